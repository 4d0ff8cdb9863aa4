import type { CheckedRow, GivenImport, GivenRow, RowMessage } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';
import { OrganisationKind } from '@lms/contracts';
import type { z } from 'zod';
import { kindProblems } from '../../organisations/kind-rules.js';

type Kind = z.infer<typeof OrganisationKind>;

export interface OrganisationPlan {
  /** Null for a new one. */
  id: string | null;
  name: string;
  shortName?: string;
  kind?: Kind;
  /** By names, because they may be new too; null takes it away. */
  parent?: string | null;
  sponsor?: string | null;
}

export type CheckedOrganisation = CheckedRow & { plan: OrganisationPlan | null };

interface Related {
  id: string | null;
  kind: Kind | null;
  inFile: boolean;
}

interface Facts {
  n: number;
  id: string | null;
  kind: Kind;
  shortName: string;
  parentName: string | null;
  sponsorName: string | null;
  parent: Related;
  sponsor: Related;
  below: string[];
  sponsored: string[];
  coordinated: boolean;
}

const related = (named: string) => `json_build_object('id', ${named}.id, 'kind', ${named}.kind,
  'inFile', exists (select from import_row r where r.import_id = $2 and r.key = lower(g.${named})))`;

/* One by its name alone: the short name may be shared. */
const FACTS = `
  select g.n, o.id, o.kind, o.short_name as "shortName", op.name as "parentName", os.name as "sponsorName",
    ${related('parent')} as parent, ${related('sponsor')} as sponsor,
    array(select x.name from organisation x where x.parent_id = o.id order by x.name) as below,
    array(select x.name from organisation x where x.sponsor_id = o.id order by x.name) as sponsored,
    exists (select from role_grant t where t.organisation_id = o.id) as coordinated
  from jsonb_to_recordset($1::jsonb) g(n int, name text, parent text, sponsor text)
  left join organisation o on lower(o.name) = lower(g.name)
  left join organisation op on op.id = o.parent_id
  left join organisation os on os.id = o.sponsor_id
  left join organisation parent on parent.id = organisation_named(g.parent)
  left join organisation sponsor on sponsor.id = organisation_named(g.sponsor)`;

const NOTHING = /^[-–—]$/u;
const MOST = { name: 120, shortName: 40 } as const;

export async function checkOrganisations(
  tx: Tx,
  { importId }: GivenImport,
  rows: readonly GivenRow[],
): Promise<CheckedOrganisation[]> {
  const asked = rows.map(({ n, value }) => ({
    n,
    name: value('name'),
    parent: value('parent'),
    sponsor: value('sponsor'),
  }));
  const found: Facts[] = await tx.query(FACTS, [JSON.stringify(asked), importId]);
  const facts = new Map(found.map((one) => [one.n, one]));
  return rows.map((row) => checkOne(row, facts.get(row.n)));
}

function checkOne({ n, value }: GivenRow, facts: Facts | undefined): CheckedOrganisation {
  const name = value('name');
  const base = { n, about: name, identity: name.toLowerCase() || null, likely: [] };
  const messages: RowMessage[] = [];
  const say = (column: string, message: string) => messages.push({ column, message });
  if (name === '') say('name', 'The name is missing.');
  for (const [column, most] of Object.entries(MOST)) {
    if (value(column).length > most) say(column, `This has more than ${most} characters.`);
  }
  const said = value('kind').toLowerCase();
  const kind = OrganisationKind.options.find((one) => one === said);
  if (said !== '' && !kind) say('kind', `“${value('kind')}” is no kind: ${OrganisationKind.options.join(', ')}.`);
  if (facts) messages.push(...relationProblems(value, facts, kind));
  if (messages.length > 0 || !facts) return { ...base, outcome: 'faulty', messages, diff: [], plan: null };
  const { plan, diff } = writtenOf(value, facts, kind);
  const outcome = facts.id === null ? 'new' : diff.length > 0 ? 'change' : 'same';
  return { ...base, outcome, messages, diff, plan: outcome === 'same' ? null : plan };
}

function relationProblems(value: GivenRow['value'], facts: Facts, said: Kind | undefined): RowMessage[] {
  const problems: RowMessage[] = [];
  const say = (column: string, message: string) => problems.push({ column, message });
  const kind = said ?? (facts.id ? facts.kind : 'supplier');
  const named = (column: 'parent' | 'sponsor') => value(column) !== '' && !NOTHING.test(value(column));
  for (const column of ['parent', 'sponsor'] as const) {
    if (named(column) && !facts[column].id && !facts[column].inFile)
      say(column, `There is no organisation called “${value(column)}”, here or in the file.`);
  }
  if (value('parent').toLowerCase() === value('name').toLowerCase() && value('parent') !== '')
    say('parent', 'It cannot stand below itself.');
  // One that is only in the file is taken for what it has to be; applying looks again.
  const kindOf = (column: 'parent' | 'sponsor', expected: Kind) => (facts[column].id ? facts[column].kind : expected);
  const stands = (column: 'parent' | 'sponsor', standing: string | null) =>
    named(column) || (standing !== null && value(column) === '');
  for (const { path, message } of kindProblems(
    {
      kind,
      parentId: stands('parent', facts.parentName) ? 'named' : null,
      sponsorId: stands('sponsor', facts.sponsorName) ? 'named' : null,
    },
    {
      parent: named('parent') ? kindOf('parent', 'supplier') : 'supplier',
      sponsor: named('sponsor') ? kindOf('sponsor', 'partner') : 'partner',
    },
  )) {
    say(path.replace('Id', ''), message);
  }
  if (facts.id && kind !== 'supplier' && facts.below.length > 0)
    say('kind', `It stays a supplier while suppliers stand below it: ${facts.below.join(', ')}.`);
  if (facts.id && kind !== 'partner' && facts.sponsored.length > 0)
    say('kind', `It stays a partner while it sponsors ${facts.sponsored.join(', ')}.`);
  if (facts.id && kind === 'client' && facts.coordinated)
    say('kind', 'It has had coordinators, and only suppliers and partners have those.');
  return problems;
}

function writtenOf(
  value: GivenRow['value'],
  facts: Facts,
  kind: Kind | undefined,
): { plan: OrganisationPlan; diff: CheckedRow['diff'] } {
  const diff: CheckedRow['diff'] = [];
  const plan: OrganisationPlan = { id: facts.id, name: value('name') };
  const fresh = facts.id === null;
  if (kind && (fresh || kind !== facts.kind)) {
    plan.kind = kind;
    diff.push({ column: 'kind', before: fresh ? '' : facts.kind, after: kind });
  }
  const shortName = value('shortName');
  if (shortName !== '' && (fresh || shortName !== facts.shortName)) {
    plan.shortName = shortName;
    diff.push({ column: 'shortName', before: fresh ? '' : facts.shortName, after: shortName });
  }
  for (const [column, standing] of [
    ['parent', facts.parentName],
    ['sponsor', facts.sponsorName],
  ] as const) {
    if (value(column) === '') continue;
    const after = NOTHING.test(value(column)) ? null : value(column);
    if (after?.toLowerCase() === standing?.toLowerCase()) continue;
    plan[column] = after;
    diff.push({ column, before: standing ?? '', after: after ?? '' });
  }
  return { plan, diff };
}
