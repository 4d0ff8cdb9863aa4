import { bookmarkOf } from '../content/bookmarks.js';
import { addDays, type LocalDate } from './dates.js';
import type { Ids } from './ids.js';
import { type Random, randomOf } from './random.js';
import type { DemoAssignment, DemoCourse, DemoOpenAttempt } from './types.js';

const firstDay = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

const daysAgo = (random: Random): number => (random.chance(0.3) ? random.int(33, 80) : random.int(1, 14));

/**
 * Some of those who owe a packaged lesson have begun it and stopped at one of its screens: most within the last fortnight,
 * others so long ago that they seem to have given it up.
 */
export const openAttemptsOf = (
  seed: string | number,
  ids: Ids,
  today: LocalDate,
  assignments: readonly DemoAssignment[],
  courses: ReadonlyMap<string, DemoCourse>,
  /** Person and course for whom an attempt is certain, and the screen they stopped at. */
  certain: { personId: string; courseCode: string; screen: number },
): DemoOpenAttempt[] =>
  assignments.flatMap(({ id, personId, courseCode, givenOn }) => {
    const version = courses.get(courseCode)!.versions.at(-1)!;
    const activity = version.activities[0]!;
    if (!activity.file || (activity.kind !== 'scorm12' && activity.kind !== 'scorm2004')) return [];
    const random = randomOf(seed, 'attempt', id);
    const sure = certain.personId === personId && certain.courseCode === courseCode;
    if (!sure && (givenOn >= today || !random.chance(0.3))) return [];
    const day = sure ? today : firstDay(givenOn, addDays(today, -daysAgo(random)));
    const minute = sure ? 0 : random.int(10, 50);
    // Somebody who began today did so at the first moment of the day: the demo never knows anything ahead of the clock.
    const at = (minutes: number): string => `${day}T${sure ? '00' : '12'}:${String(minutes).padStart(2, '0')}:00.000Z`;
    return [
      {
        id: ids('attempt', id),
        personId,
        courseId: courses.get(courseCode)!.id,
        courseVersionId: version.id,
        activityId: activity.id,
        startedAt: at(minute),
        lastAt: at(sure ? 0 : minute + random.int(2, 9)),
        elements: bookmarkOf(activity.file, sure ? certain.screen : random.int(1, 3)),
      },
    ];
  });
