import type { Choice } from '../fields/choice.js';

const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' &&
  value !== null &&
  'value' in value &&
  'label' in value &&
  typeof value.value === 'string' &&
  typeof value.label === 'string';

/** Whom and what a list hands over with its link; nobody and nothing when the page was opened otherwise. */
export function selectedOf(state: unknown): { people: Choice[]; course: Choice | null } {
  const given = typeof state === 'object' && state !== null ? state : {};
  const people = 'people' in given && Array.isArray(given.people) ? given.people.filter(isChoice) : [];
  return { people, course: 'course' in given && isChoice(given.course) ? given.course : null };
}
