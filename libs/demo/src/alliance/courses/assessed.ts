import { idsOf } from '../ids.js';
import type { ActivityPlan } from './course-plan.js';

const ids = idsOf('Waymark');

/** Before so many days ago a trainer looked at cards and practicals and recorded them; since then they are sent and signed here. */
export const assessedSinceDaysAgo = 45;

/** A card or certificate that people send and somebody checks. */
export const card = (
  title: string,
  issuers: string[],
  instructions: string,
  expiry: 'needed' | 'optional' = 'needed',
): ActivityPlan[] => [
  {
    kind: 'evidence',
    title,
    minutes: 10,
    settings: () => ({ kind: 'evidence', instructions, issuers, numberNeeded: true, expiry, fileNeeded: true }),
  },
];

/** Something that people show and an assessor signs; each item with whether it is critical. */
export const shown = (
  code: string,
  title: string,
  minutes: number,
  instructions: string,
  items: readonly (readonly [text: string, critical: boolean])[],
): ActivityPlan[] => [
  {
    kind: 'practical',
    title,
    minutes,
    settings: () => ({
      kind: 'practical',
      instructions,
      items: items.map(([text, critical], index) => ({ id: ids('practical item', code, index), text, critical })),
      assessors: { trainers: true, lineManagers: true, personIds: [] },
      photos: true,
    }),
  },
];
