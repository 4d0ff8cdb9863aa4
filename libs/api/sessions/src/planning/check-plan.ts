import { type Ctx, Invalid, type ProblemField, type Tx } from '@lms/api-platform';
import type { ChangeSessionRequest } from '@lms/contracts';

const DAY = 86_400_000;
const LONGEST = 14 * DAY;
const FURTHEST = 3 * 366 * DAY;

/** $1 who plans, $2 today, $3 trainers, $4 organisations. */
const FACTS = `
  select holds_role($1, '{people-team}', $2) as team,
    (select count(*)::int from unnest($3::uuid[]) t(id) join person p on p.id = t.id
      where p.erased_at is null and holds_role(t.id, '{trainer,people-team}', $2)) as trainers,
    (select count(*)::int from organisation where id = any ($4::uuid[])) as organisations`;

/** Says of each field what cannot be. */
export async function checkPlan(tx: Tx, ctx: Ctx, plan: ChangeSessionRequest): Promise<void> {
  const trainers = [...new Set(plan.trainerIds)];
  const organisations = [...new Set(plan.organisationIds)];
  const [found]: { team: boolean; trainers: number; organisations: number }[] = await tx.query(FACTS, [
    ...[ctx.actor.personId, ctx.today, trainers, organisations],
  ]);
  const faults = [
    ...timeFaults(plan, ctx.now),
    plan.place === '' && plan.joinUrl === null && { path: 'place', message: 'Say where it is, or how to join it.' },
    found?.trainers !== trainers.length && {
      path: 'trainerIds',
      message: 'Somebody here is no trainer.',
    },
    found?.team === false &&
      !trainers.includes(ctx.actor.personId) && {
        path: 'trainerIds',
        message: 'You plan your own sessions: be one of the trainers.',
      },
    found?.organisations !== organisations.length && {
      path: 'organisationIds',
      message: 'One of these organisations is not there.',
    },
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new Invalid(faults);
}

function timeFaults({ startsAt, endsAt }: ChangeSessionRequest, now: Date): ProblemField[] {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  const says = (message: string): ProblemField[] => [{ path: 'endsAt', message }];
  if (to <= from) return says('It ends after it starts.');
  if (to - from > LONGEST) return says('A session lasts two weeks at most.');
  if (to <= now.getTime()) return says('It would be over already.');
  if (to - now.getTime() > FURTHEST) return says('That is more than three years from now.');
  return [];
}
