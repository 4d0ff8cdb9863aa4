import { DecideErasure, PreviewErasure, ProposeErasure } from '@lms/api-privacy';
import type { Desk } from './desk.js';
import type { Story } from './story.js';

/** Somebody who left long before a day, and whose record nobody else needs; $1 that day, $2 not these. */
const LEAVER = `
  select e.person_id as id from engagement e
  where e.ends_on < $1 and e.person_id <> all ($2)
    and not exists (select from engagement x where x.person_id = e.person_id and x.id <> e.id)
    and not exists (select from engagement x where x.line_manager_id = e.person_id)
    and not exists (select from path_enrolment n where n.buddy_id = e.person_id)
    and not exists (select from person_alias a where e.person_id in (a.person_id, a.same_as))
  order by e.ends_on, e.person_id limit 1`;

const propose = async (
  desk: Desk,
  given: { personId: string; ground: 'asked' | 'mistake'; reason: string; override: string },
): Promise<string> => {
  const ctx = await desk.as('helen');
  const { personId, ...request } = given;
  const { digest } = await desk.get(PreviewErasure).run(ctx, personId);
  return (await desk.get(ProposeErasure).run(ctx, personId, { ...request, digest })).id;
};

/** One that was decided and carried out, and one that waits for a second person. */
export function erasureStories(): Story[] {
  let first: { personId: string; id: string } | null = null;
  const leaver = async (desk: Desk, not: readonly string[]) => {
    const [row] = await desk.rows<{ id: string }>('leaver', LEAVER, [desk.day(-60), not]);
    return row?.id;
  };
  return [
    {
      ago: 14,
      hour: 9,
      tell: async (desk) => {
        const personId = await leaver(desk, []);
        if (personId === undefined) return;
        const reason = 'Asked for by letter of the week before.';
        const override = 'The employer keeps what it has to keep; nothing here is needed for a claim.';
        first = { personId, id: await propose(desk, { personId, ground: 'asked', reason, override }) };
      },
    },
    {
      ago: 12,
      hour: 11,
      tell: async (desk) => {
        if (first) await desk.get(DecideErasure).approve(await desk.as('daniel'), first.id);
      },
    },
    {
      ago: 3,
      hour: 16,
      tell: async (desk) => {
        const personId = await leaver(desk, first ? [first.personId] : []);
        if (personId === undefined) return;
        const reason = 'Asked for by e-mail; who they are was checked by telephone.';
        const override = 'Asked the employer first, who keeps what it has to keep and agrees.';
        await propose(desk, { personId, ground: 'asked', reason, override });
      },
    },
  ];
}
