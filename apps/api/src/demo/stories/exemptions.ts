import { AskExemption, DecideExemption } from '@lms/api-assignments';
import type { Desk, Teller } from './desk.js';
import type { Story } from './story.js';
import type { Owed } from './who-there-is.js';

interface Plan {
  course: string;
  /** Whose people: the line manager's, the supplier's, or a member's. */
  of: 'team' | 'crew' | 'National Highways';
  asks: Teller;
  /** Days before today on which it was asked. */
  ago: number;
  /** Days from today. */
  from: number;
  to: number;
  reason: string;
  decision?: { by: Teller; approve: boolean; note: string };
}

const SUPPLIER = 'Brackenfell Traffic Management';

/** One that ends soon, one that lapsed, one that was refused, and one that waits. */
const PLANS: readonly Plan[] = [
  {
    course: 'OFF-702',
    of: 'National Highways',
    asks: 'helen',
    ago: 74,
    from: -73,
    to: 10,
    reason: 'On a secondment without a desk of their own until it ends.',
    decision: { by: 'daniel', approve: true, note: 'Until the secondment ends, not longer.' },
  },
  {
    course: 'SITE-203',
    of: 'crew',
    asks: 'tom',
    ago: 81,
    from: -80,
    to: -9,
    reason: 'Works in the yard until the new depot opens; no plant there.',
    decision: { by: 'helen', approve: true, note: '' },
  },
  {
    course: 'SITE-203',
    of: 'crew',
    asks: 'tom',
    ago: 33,
    from: -32,
    to: 58,
    reason: 'Did something like it at another firm.',
    decision: {
      by: 'daniel',
      approve: false,
      note: 'What was done elsewhere counts by its certificate. Send that as evidence instead.',
    },
  },
  {
    course: 'SITE-203',
    of: 'team',
    asks: 'priya',
    ago: 2,
    from: 0,
    to: 75,
    reason: 'Moved to the office until the night works are over; does not go near plant.',
  },
];

const fits =
  ({ course, of }: Plan) =>
  ({ courseCode, organisation, belowManager }: Owed): boolean =>
    courseCode === course &&
    (of === 'team' ? belowManager : of === 'crew' ? organisation === SUPPLIER : organisation === of);

const ask = async (desk: Desk, plan: Plan): Promise<string | null> => {
  const one = desk.choose(fits(plan));
  if (!one) return null;
  const { id } = await desk.get(AskExemption).run(await desk.as(plan.asks), one.personId, {
    ...{ courseId: one.courseId, reason: plan.reason },
    ...{ fromOn: desk.day(plan.from), toOn: desk.day(plan.to) },
  });
  return id;
};

export const exemptionStories = (): Story[] =>
  PLANS.flatMap((plan) => {
    let id: string | null = null;
    const asked: Story = { ago: plan.ago, hour: 11, tell: async (desk) => void (id = await ask(desk, plan)) };
    const { decision } = plan;
    if (!decision) return [asked];
    const { by, approve, note } = decision;
    const tell = async (desk: Desk) => {
      if (id !== null) await desk.get(DecideExemption).run(await desk.as(by), id, { approve, note });
    };
    return [asked, { ago: plan.ago - 1, hour: 10, tell }];
  });
