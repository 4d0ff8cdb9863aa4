/** Where a learner is in a run: the index of a question, or the page that looks over all answers. */
export type RunPlace = number | 'review';

/** A place as the address writes it: questions are counted from 1. */
export const placeText = (place: RunPlace): string => (place === 'review' ? place : String(place + 1));

/** The place that a text names; null when there is no such place. */
export function readPlace(text: string | null, count: number): RunPlace | null {
  if (text === 'review') return 'review';
  const index = /^\d{1,4}$/.test(text ?? '') ? Number(text) - 1 : -1;
  return index >= 0 && index < count ? index : null;
}
