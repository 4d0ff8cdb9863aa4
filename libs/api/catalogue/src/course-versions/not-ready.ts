import type { ActivitySettings } from '@lms/contracts';
import { Conflict, type ProblemField, type Tx } from '@lms/api-platform';
import { missingInFilms } from '../pages/missing-in-films.js';
import { missingInQuizzes } from '../questions/quiz-sections.js';
import { missingInSettings } from './missing-in-settings.js';

export interface ActivityFacts {
  kind: string;
  title: string;
  noSpeech: boolean;
  captions: number;
  settings: ActivitySettings | null;
}

/** What is missing before people can be given these activities, in sentences; nothing when all is well. */
export function missingIn(activities: readonly ActivityFacts[]): ProblemField[] {
  if (activities.length === 0) return [{ path: 'activities', message: 'Add at least one activity.' }];
  return activities.flatMap((activity, index) =>
    missingOf(activity).map((message) => ({ path: `activities.${index}`, message })),
  );
}

function missingOf({ kind, title, noSpeech, captions, settings }: ActivityFacts): string[] {
  if (kind === 'video' && !noSpeech && captions === 0) {
    return [`The video “${title}” has no captions. Add them, or say that nobody speaks in it.`];
  }
  return settings ? missingInSettings(title, settings) : [];
}

/** Conflict `not-ready`, with what is missing. */
export async function assertReady(tx: Tx, versionId: string): Promise<void> {
  const activities: ActivityFacts[] = await tx.query(
    `select a.kind, a.title, a.no_speech as "noSpeech", a.settings,
       (select count(*)::int from activity_captions c where c.activity_id = a.id) as captions
     from activity a where a.course_version_id = $1 order by a.position`,
    [versionId],
  );
  const missing = [
    ...missingIn(activities),
    ...(await missingInQuizzes(tx, versionId)),
    ...(await missingInFilms(tx, versionId)),
  ];
  if (missing.length > 0) throw new Conflict('not-ready', 'Something is still missing in this version.', missing);
}
