import type { Question } from '@lms/contracts';

export type Level = 'veryEasy' | 'easy' | 'fair' | 'hard' | 'veryHard';
export type Tells = 'well' | 'fairly' | 'badly' | 'wrongly';

/** How hard a question is for those who answer it, by how many per cent are right. */
export function levelOf(rightPercent: number): Level {
  if (rightPercent >= 95) return 'veryEasy';
  if (rightPercent >= 80) return 'easy';
  if (rightPercent >= 50) return 'fair';
  return rightPercent >= 30 ? 'hard' : 'veryHard';
}

/** How well a question tells those who know from those who do not: its correlation with the rest of the score. */
export function tellsOf(discrimination: number): Tells {
  if (discrimination < -0.05) return 'wrongly';
  if (discrimination < 0.15) return 'badly';
  return discrimination < 0.3 ? 'fairly' : 'well';
}

/** Worth looking at again: it tells apart badly, or hardly anybody gets it right. */
export const isSuspect = ({ rightPercent, discrimination }: Question['statistics']): boolean =>
  (discrimination !== null && discrimination < 0.05) || (rightPercent !== null && rightPercent < 20);
