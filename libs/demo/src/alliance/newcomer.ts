import { lastValidDay, type LocalDate } from './dates.js';
import type { DemoCompletion, DemoCourse } from './types.js';

export const newcomerPart = 'New starter on site';
/** The lesson that the newcomer has begun, and the screen (from 0) where it stopped. */
export const newcomerLesson = { courseCode: 'SITE-205', screen: 2 } as const;

/**
 * The newcomer starts in a week, so the path opened today: the card is checked and the first lesson begun. Both carry
 * the first moment of the day, since the demo must know nothing ahead of the clock.
 */
export const newcomerHistory = (
  personId: string,
  courses: ReadonlyMap<string, DemoCourse>,
  recordedById: string,
  today: LocalDate,
): DemoCompletion[] => {
  const induction = courses.get('SITE-201')!;
  const version = induction.versions.at(-1)!;
  return [
    {
      personId,
      courseId: induction.id,
      courseCode: induction.code,
      courseVersionId: version.id,
      versionNumber: version.number,
      completedOn: today,
      at: `${today}T00:00:00.000Z`,
      source: 'evidence',
      validUntil: lastValidDay(today, version.validityMonths),
      recordedById,
    },
  ];
};
