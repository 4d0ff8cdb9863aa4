import { fieldProblem } from '@lms/web-platform';
import type { PlanFaults } from './plan-faults.js';

const FIELDS = {
  course: 'activityId',
  to: 'endsAt',
  day: 'startsAt',
  place: 'place',
  link: 'joinUrl',
  capacity: 'capacity',
  trainers: 'trainerIds',
  organisations: 'organisationIds',
} as const satisfies Partial<Record<keyof PlanFaults, string>>;

/** What the API refused, beside the field that it is about. */
export function refusedFaults(error: unknown): PlanFaults {
  const told = Object.entries(FIELDS).flatMap(([field, path]) => {
    const message = fieldProblem(error, path);
    return message === undefined ? [] : [[field, message] as const];
  });
  return Object.fromEntries(told);
}
