import { Client } from 'pg';

/** Words of the trade, which people look for: each stands in about one course of five. */
export const TRADE = [
  'safety site work traffic road plant person signs cones lane closure barrier night shift driver vehicle risk check',
  'induction permit lifting slinger banksman excavation service cable avoidance drainage kerb surfacing asphalt planing',
  'bridge parapet gantry lighting earthworks embankment geotechnical pavement survey design temporary permanent noise',
  'dust silica hygiene fatigue wellbeing mental health first aid fire welfare environment ecology carbon waste water',
  'quality handover inspection record evidence certificate competence supervisor manager leadership behaviour customers',
]
  .join(' ')
  .split(' ');

/** So many made-up words besides; a language has a few that are everywhere and many that are rare. */
const RARE = 20_000;
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru'.split(' ');

const rareWord = (n: number): string => {
  let word = '';
  for (let rest = n + 700; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  return word;
};

/** The same numbers on every machine: a linear congruential generator modulo 2^32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Rank r comes about 1/r as often as the first. */
const ranked = (count: number, chance: number): number => Math.min(count - 1, Math.floor(count ** chance) - 1);

interface Made {
  title: string;
  summary: string;
  topic: string;
  minutes: number;
  months: number | null;
  html: string;
}

function make(next: () => number): Made {
  const trade = () => TRADE[Math.floor(next() * TRADE.length)] ?? 'site';
  const word = () => (next() < 0.12 ? trade() : rareWord(ranked(RARE, next())));
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const title = `${trade()} ${word()} ${word()}`;
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    summary: `${words(28)}.`,
    topic: trade(),
    minutes: 5 + Math.floor(next() * 120),
    months: next() < 0.4 ? null : 12 * (1 + Math.floor(next() * 4)),
    html: Array.from({ length: 4 }, () => `<p>${words(35)}.</p>`).join(''),
  };
}

const MAKE = `
  with given as materialized (
    select gen_random_uuid() as course, gen_random_uuid() as version, gen_random_uuid() as activity, m.*, $2::int + row_number() over () as number
    from jsonb_to_recordset($1) as m(title text, summary text, topic text, minutes int, months int, html text)
  ), courses as (
    insert into course (id, code, title, summary, topics, visibility, audience, created_at)
    select course, 'B' || number, title, summary, array[topic],
      case number % 10 when 0 then 'hidden' when 1 then 'audience' when 2 then 'audience' else 'everyone' end,
      case number % 2 when 0 then '{"organisationKinds": ["supplier"], "employmentGroups": []}'
        else '{"organisationKinds": [], "employmentGroups": ["office"]}' end::jsonb, '2026-01-05'
    from given returning id
  ), versions as (
    insert into course_version (id, course_id, number, minutes, validity_months, created_at)
    select version, course, 1, minutes, months, '2026-01-05' from given returning id
  )
  insert into activity (id, course_version_id, lineage_id, position, kind, title, settings)
  select activity, version, activity, 1, 'page', title, jsonb_build_object('kind', 'page', 'html', html) from given`;

const AT_ONCE = 500;

/** Publishes so many made-up courses, each with a page of 140 words, through the product's own triggers. */
export async function makeCatalogue(ownerUrl: string, count: number): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const next = numbers(20261123);
    for (let done = 0; done < count; done += AT_ONCE) {
      const made = Array.from({ length: Math.min(AT_ONCE, count - done) }, () => make(next));
      await client.query(MAKE, [JSON.stringify(made), done]);
      await client.query(
        `update course_version v set state = 'published', published_at = '2026-01-06'
         from course c where c.id = v.course_id and c.code ~ '^B[0-9]+$' and v.state = 'draft'`,
      );
    }
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
