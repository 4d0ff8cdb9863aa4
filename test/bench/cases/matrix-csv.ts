import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { ask } from '../load/ask.js';
import { databaseUrl } from '../setting/database.js';
import { LargeAlliance } from '../setting/large-alliance.js';
import { today } from '../setting/learners.js';
import { COURSES, PEOPLE } from './matrix.js';

/** The same lines, as PostgreSQL writes them: nobody asked who they are, nothing made safe. */
const COPY = (root: string): string => `copy (
  select '"' || o.name || '","' || concat_ws(' ', p.given_name, p.family_name) || '","' || o.short_name || '","' || e.job_role || '",' || c.cells
  from engagement e
  join person p on p.id = e.person_id
  join organisation o on o.id = e.organisation_id
  cross join lateral (
    select string_agg(coalesce('"' || t.standing || coalesce(' ' || case
        when t.standing in ('overdue', 'not started', 'in progress') then s.due_on
        when t.standing = 'exempt' then (select upper(x) - 1 from unnest(s.exempt) x where x @> '${today()}'::date)
        else s.valid_until end::text, '') || '"', ''), ',' order by k.place) as cells
    from (select id, row_number() over (order by title) as place from course where title like 'Large %') k
    left join standing_dates s on s.course_id = k.id and s.person_id = p.id and s.required
    left join lateral (select standing_on(s.*, '${today()}') as standing where s.person_id is not null) t on true
  ) c
  where e.organisation_id in (select organisation_and_below('${root}')) and e.ends_on is null and p.erased_at is null
  order by lower(o.name), lower(p.family_name), lower(p.given_name)
) to stdout`;

const lines = (text: string): number => text.split('\n').length - 1;
/** The answer, once it has a column for each course: without them there are as many lines all the same. */
function whole(text: string): string {
  const columns = text.slice(0, text.indexOf('\r')).split('","').length;
  if (columns !== COURSES + 4) throw new Error(`${columns} columns instead of ${COURSES + 4}`);
  return text;
}

export const matrixCsvCase: BenchCase = {
  name: 'matrix-csv',
  title: `The matrix of ${PEOPLE.toLocaleString('en')} people × ${COURSES} requirements as CSV, from the request to the last byte`,
  unit: 's',
  aim: { of: 'ratio', atMost: 1.5 },
  async run(bench) {
    const alliance = await LargeAlliance.start(bench, COURSES);
    const floor = new Client({ connectionString: await databaseUrl(alliance.instance.dataDir, 'waymark_app') });
    try {
      await alliance.growTo(PEOPLE);
      const { token } = await alliance.team();
      const { root } = await alliance.sample(1);
      await floor.connect();
      const seconds = async (work: () => Promise<string>, expected: number): Promise<number> => {
        const began = performance.now();
        const found = lines(await work());
        const took = (performance.now() - began) / 1000;
        if (found !== expected) throw new Error(`${found} lines instead of ${expected}`);
        return took;
      };
      const url = `${alliance.instance.direct}/api/v1/matrix/people.csv?organisationId=${root}`;
      const copied = async (): Promise<string> => {
        const pieces: Buffer[] = [];
        for await (const piece of floor.query(copyTo(COPY(root))) as AsyncIterable<Buffer>) pieces.push(piece);
        return Buffer.concat(pieces).toString();
      };
      return await alternate(
        Math.max(bench.pace.rounds, 5),
        () => seconds(async () => whole(await ask(url, { token })), PEOPLE + 1),
        () => seconds(copied, PEOPLE),
      );
    } finally {
      await floor.end();
      await alliance.stop();
    }
  },
};
