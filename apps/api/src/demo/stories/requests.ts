import { AskRequest, DecideRequest, PreviewRequest } from '@lms/api-assignments';
import { ChosenPeople } from '@lms/contracts';
import type { Desk, Teller } from './desk.js';
import type { Story } from './story.js';

interface Plan {
  ago: number;
  by: Teller;
  course: string;
  why: string;
  /** Days from today. */
  due: number;
  chosen(desk: Desk): Promise<Partial<ChosenPeople>>;
  refused?: { by: Teller; note: string };
}

/** Numbers of people of an office, as somebody would paste them; $1 employer, $2 how many. */
const NUMBERS = `
  select e.employee_number as number from engagement e
  where e.organisation_id = $1 and e.employment_group = 'office' and e.starts_on < $3 and e.ends_on is null
    and not exists (select from engagement x where x.person_id = e.person_id and x.id <> e.id)
  order by e.employee_number limit $2`;

/** Asked by a pasted list, for a team, for a group, and for so many that a second person said no. */
const PLANS: readonly Plan[] = [
  {
    ago: 38,
    by: 'helen',
    course: 'SITE-204',
    why: 'What the noise survey found',
    due: 30,
    chosen: () => Promise.resolve({ groups: ['site'] }),
    refused: { by: 'daniel', note: 'Far more than the survey was about. Ask the crews that were measured.' },
  },
  {
    ago: 26,
    by: 'helen',
    course: 'SUC-801',
    why: 'Buys for the scheme: finding 4 of the procurement audit',
    due: 21,
    chosen: async (desk) => {
      const organisationId = desk.organisation('Fluor');
      const rows = await desk.rows<{ number: string }>('numbers', NUMBERS, [organisationId, 12, desk.day(-60)]);
      return { lines: [...rows.map(({ number }) => number), 'FL99999'] };
    },
  },
  {
    ago: 19,
    by: 'helen',
    course: 'MGR-502',
    why: 'Supervises from next month, when the closures begin',
    due: 45,
    chosen: (desk) =>
      Promise.resolve({ organisationIds: [desk.organisation('Orrin & Pike Drainage')], groups: ['supervisor'] }),
  },
  {
    ago: 12,
    by: 'tom',
    course: 'DRV-301',
    why: 'Two near misses on nights last month',
    due: 12,
    chosen: (desk) =>
      Promise.resolve({ organisationIds: [desk.organisation('Salterby Sweeping')], groups: ['driver', 'site'] }),
  },
];

const ask = async (desk: Desk, { by, course, why, due, chosen }: Plan): Promise<string | null> => {
  const ctx = await desk.as(by);
  const whom = { courseId: desk.course(course), pathId: null, chosen: ChosenPeople.parse(await chosen(desk)) };
  const { total } = await desk.get(PreviewRequest).run(ctx, whom);
  if (total === 0) return null;
  return (await desk.get(AskRequest).run(ctx, { ...whom, why, dueOn: desk.day(due), expected: total })).id;
};

export const requestStories = (): Story[] =>
  PLANS.flatMap((plan) => {
    let id: string | null = null;
    const asked: Story = { ago: plan.ago, hour: 15, tell: async (desk) => void (id = await ask(desk, plan)) };
    const { refused } = plan;
    if (!refused) return [asked];
    const tell = async (desk: Desk) => {
      const decision = { approve: false, note: refused.note };
      if (id !== null) await desk.get(DecideRequest).run(await desk.as(refused.by), id, decision);
    };
    return [asked, { ago: plan.ago - 1, hour: 9, tell }];
  });
