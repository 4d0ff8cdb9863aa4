import { londonDate } from '@lms/domain';
import { type Instance } from '../../../tools/instance.mjs';
import { ask } from '../load/ask.js';
import { databaseUrl, rowsOf } from './database.js';

/** Everybody of the demonstration has it. */
export const PASSWORD = 'waymark-demo';

export interface Learner {
  personId: string;
  name: string;
}
export interface SignedIn extends Learner {
  token: string;
}

const LEARNERS = `
  select distinct on (md5(p.id::text), p.id) p.id as "personId", n.name
  from person p
  join password w on w.person_id = p.id and w.demo and not w.must_change
  join engagement e on e.person_id = p.id and e.starts_on <= $1 and (e.ends_on is null or e.ends_on >= $1)
  join sign_in_name n on n.person_id = p.id and (n.engagement_id is null or n.engagement_id = e.id)
  where not exists (select from role_grant g where g.person_id = p.id)
    and exists (select from standing_dates s where s.person_id = p.id and s.required)
  order by md5(p.id::text), p.id
  limit $2`;

export const today = (): string => londonDate(new Date());

/** So many people who have something to learn and no role: always the same ones, drawn from everywhere. */
export async function learnersOf(dataDir: string, count: number): Promise<Learner[]> {
  const found = await rowsOf<Learner>(await databaseUrl(dataDir, 'waymark_owner'), LEARNERS, [today(), count]);
  if (found.length === count) return found;
  throw new Error(`The demonstration has ${found.length} learners of the ${count} that are needed`);
}

export const signInBody = ({ name }: Learner): string => JSON.stringify({ name, password: PASSWORD });

/** Access tokens, four at a time; they are good for five minutes. */
export async function signIn(instance: Instance, learners: readonly Learner[]): Promise<SignedIn[]> {
  const waiting = [...learners];
  const done = new Map<string, string>();
  const worker = async (): Promise<void> => {
    for (let learner = waiting.shift(); learner; learner = waiting.shift()) {
      const answer = await ask(`${instance.direct}/api/v1/auth/token`, { body: signInBody(learner) });
      const { accessToken }: { accessToken: string } = JSON.parse(answer);
      done.set(learner.personId, accessToken);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return learners.map((learner) => ({ ...learner, token: done.get(learner.personId) ?? '' }));
}
