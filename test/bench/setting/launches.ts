import type { Launch, OpenedActivity } from '@lms/contracts';
import { type Instance } from '../../../tools/instance.mjs';
import { ask } from '../load/ask.js';
import { databaseUrl, rowsOf } from './database.js';
import { signIn, today } from './learners.js';

/** Learners who have a SCORM activity before them, each with one of theirs. */
const CANDIDATES = `
  select distinct on (md5(p.id::text), p.id) p.id as "personId", n.name, a.id as "activityId", a.kind
  from assignment g
  join person p on p.id = g.person_id
  join password w on w.person_id = p.id and w.demo
  join engagement e on e.person_id = p.id and e.starts_on <= $2 and (e.ends_on is null or e.ends_on >= $2)
  join sign_in_name n on n.person_id = p.id and (n.engagement_id is null or n.engagement_id = e.id)
  join course_version v on v.course_id = g.course_id and v.state = 'published'
  join activity a on a.course_version_id = v.id and a.kind like 'scorm%'
  where g.state = 'open' and (g.opens_on is null or g.opens_on <= $2)
    and not exists (select from ledger_entry l where l.person_id = p.id and l.course_id = g.course_id)
    and ($3 or not exists (select from attempt t where t.person_id = p.id and t.course_id = g.course_id))
  order by md5(p.id::text), p.id, a.id
  limit $1`;

interface Candidate {
  personId: string;
  name: string;
  activityId: string;
  kind: string;
}

export interface OpenLaunch {
  launchId: string;
  commitToken: string;
  sco: string;
  /** The element that says where in the lesson one is: SCORM 1.2 and 2004 name it differently. */
  location: 'cmi.core.lesson_location' | 'cmi.location';
}

/** So many learners with a lesson before them, or begun where that does not matter; throws when there are fewer. */
export async function candidatesFor(instance: Instance, count: number, begun = false): Promise<Candidate[]> {
  const owner = await databaseUrl(instance.dataDir, 'waymark_owner');
  const candidates = await rowsOf<Candidate>(owner, CANDIDATES, [count, today(), begun]);
  if (candidates.length < count) {
    throw new Error(`The demonstration has ${candidates.length} learners before a SCORM activity; ${count} are needed`);
  }
  return candidates;
}

/** So many launches, each of another learner, opened as the player opens them. */
export async function openLaunches(instance: Instance, count: number): Promise<OpenLaunch[]> {
  const candidates = await candidatesFor(instance, count);
  const learners = await signIn(instance, candidates);
  return Promise.all(
    learners.map(async ({ token }, index) => {
      const { activityId = '', kind = '' } = candidates[index] ?? {};
      const my = `${instance.direct}/api/v1/my`;
      const opened: OpenedActivity = JSON.parse(
        await ask(`${my}/activities/${activityId}/open`, { token, body: '{}' }),
      );
      const attempt = `${my}/attempts/${opened.attemptId}/launches`;
      const { launchId, commitToken, states }: Launch = JSON.parse(await ask(attempt, { token, body: '{}' }));
      const location = kind === 'scorm12' ? 'cmi.core.lesson_location' : 'cmi.location';
      return { launchId, commitToken, sco: states[0]?.sco ?? 'main', location };
    }),
  );
}
