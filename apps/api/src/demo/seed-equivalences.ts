import type { Alliance } from '@lms/demo';
import type { ClientBase } from 'pg';
import { derivedId } from './derived-id.js';
import type { Moments } from './moments.js';

interface Plan {
  name: string;
  /** What counts: a card by its issuer, a course of a member, or another course of the demonstration, by its title. */
  card?: string;
  company?: { name: string; code: string };
  title: string;
  counts: string;
  remainder?: string;
  fromOn?: string;
  draft?: boolean;
  reason: string;
}

/** Two in force, and one that can be looked at before it is. */
const PLANS: readonly Plan[] = [
  {
    name: 'supervisor card',
    card: 'CITB',
    title: 'CSCS Supervisor card',
    counts: 'SSSTS',
    reason: 'The card is given only to people who hold the course.',
  },
  {
    name: 'parent course',
    company: { name: 'Balfour Beatty', code: 'BB-TM-02' },
    title: 'Working beside live traffic',
    counts: 'Temporary traffic management',
    remainder: 'Incursions',
    fromOn: '2025-01-01',
    reason: 'Compared in the training group: all but incursions is in it.',
  },
  {
    name: 'manager for supervisor',
    title: 'SMSTS',
    counts: 'SSSTS',
    draft: true,
    reason: 'Who may manage a site may supervise on it.',
  },
];

const QUALIFICATION = `
  insert into outside_qualification (id, kind, issuer, organisation_id, code, title, created_at)
  select $1, case when $2 = '' then 'company-course' else 'card' end, $2, o.id, $4, $5, $6
  from (select 1) one left join organisation o on o.name = $3`;
const EQUIVALENCE = `
  insert into equivalence (id, course_id, source_course_id, qualification_id, owner_id, created_at)
  select $1, c.id, s.id, $3, $5, $6 from course c left join course s on s.title = $4 where c.title = $2`;
const VERSION = `
  insert into equivalence_version (id, equivalence_id, number, state, kind, remainder_course_id, from_on, reason, created_by, created_at,
    proposed_by, proposed_at, applied_by, applied_at)
  select $1, $2, 1, $3, case when $4::text is null then 'full' else 'top-up' end, (select id from course where title = $4), $5, $6, $7, $8,
    case when $3 = 'active' then $7::uuid end, case when $3 = 'active' then $8::timestamptz end,
    case when $3 = 'active' then $9::uuid end, case when $3 = 'active' then $8::timestamptz end`;

/** What counts as some courses of the demonstration. */
export async function seedEquivalences(client: ClientBase, alliance: Alliance, { goLive }: Moments): Promise<void> {
  const accountOf = (part: string) => alliance.demoAccounts.find(({ role }) => role === part)?.personId;
  const [author, approver] = [accountOf('People Team'), accountOf('People Team, second approver')];
  for (const { name, card, company, title, counts, remainder, fromOn, draft, reason } of PLANS) {
    const outside = card !== undefined || company !== undefined;
    const qualification = outside ? derivedId('outside qualification', name) : null;
    const [id, version] = [derivedId('equivalence', name), derivedId('equivalence version', name)];
    if (qualification)
      await client.query(QUALIFICATION, [
        qualification,
        card ?? '',
        company?.name ?? null,
        company?.code ?? '',
        title,
        goLive,
      ]);
    await client.query(EQUIVALENCE, [id, counts, qualification, outside ? null : title, author, goLive]);
    await client.query(VERSION, [
      version,
      id,
      draft ? 'draft' : 'active',
      remainder ?? null,
      fromOn ?? null,
      reason,
      author,
      goLive,
      approver,
    ]);
    if (!draft)
      await client.query(
        `insert into equivalence_reads (course_id, equivalence_version_id)
         select c.id, $1 from course c where c.title = any ($2)`,
        [version, [...(outside ? [] : [title]), ...(remainder ? [remainder] : [])]],
      );
  }
}
