import type { Ctx } from '@lms/api-platform';
import type { MatrixBy, MatrixFilter, MatrixStanding, MatrixTeam } from '@lms/contracts';
import { DAY, OWN_DAY } from './day.sql.js';

/*
 * Pieces that the matrix's reads share. $1 is today, $2 who asks. They hold names of our own columns only; what a client
 * sent is in the values.
 */

const TO_ACT = ['overdue', 'expired'];
const HOLDS = ['valid', 'expiring'];
const standingsOf = (standing: MatrixStanding): readonly string[] =>
  standing === 'to-act' ? TO_ACT : standing === 'holds' ? HOLDS : [standing];

/** Which groups are worth a look: where anybody of whom the filters and the reader's scope leave can stand. */
interface Within {
  /** Conditions on engagement e. */
  engagement: readonly string[];
  /** Conditions on an organisation's id. */
  organisation: readonly string[];
}

interface Grouping {
  /** Every group: `id`, `label`, `key` to sort by, `under`. */
  groups(within: Within): string;
  /** Whether engagement e is in group g. */
  has: string;
}

const where = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';

const GROUPINGS: Record<MatrixBy, Grouping> = {
  organisation: {
    groups: ({ organisation }) => `select o.id::text as id, o.name as label, lower(o.name) as key, a.name as under
      from organisation o left join organisation a on a.id = o.parent_id ${where(organisation.map((of) => `o.id ${of}`))}`,
    has: 'e.organisation_id = g.id::uuid',
  },
  scheme: {
    groups: () => `select s.id::text as id, s.name as label, lower(s.name) as key, null::text as under from scheme s
      union all select 'none', '', E'\\uffff', null`,
    has: `case g.id when 'none' then cardinality(e.scheme_ids) = 0 else e.scheme_ids @> array[nullif(g.id, 'none')::uuid] end`,
  },
  role: {
    groups: ({
      engagement,
    }) => `select lower(e.job_role) as id, min(e.job_role) as label, lower(e.job_role) as key, null::text as under
      from engagement e ${where(engagement)} group by 1`,
    has: 'lower(e.job_role) = g.id',
  },
};

/** The reads of one shape of question: its text depends on which filters there are, never on what they say. */
export interface MatrixParts {
  name: string;
  /** CTEs that stand before others. */
  given: string;
  groups: string;
  inGroup: string;
  /** Conditions on engagement e of person p. */
  who: string;
  /** The same of those who begin later than today, however they stand. */
  later: string;
  /** The same of whoever works there at any time. */
  ever: string;
  /** Condition on standing_dates s: it is required, and the reader may know. */
  counts: string;
  /** The day that matters, of standing_dates s: see `DAY`. */
  day: string;
  /** What counts: everything that is required, of it what the reader's reasons ask for, or of either some courses. */
  counted: 'everything' | 'asked' | 'chosen';
  values: unknown[];
}

/** The People Team and auditors, by what only they may read. */
export const seesAll = ({ permissions }: Ctx['actor']): boolean => permissions.has('rules.read');

export function matrixParts({ actor, today }: Ctx, filter: MatrixFilter): MatrixParts {
  const values: unknown[] = [today, actor.personId];
  const value = (one: unknown): string => `$${values.push(one)}`;
  // Whoever decides for the Alliance, or audits it, sees everything; an employer what its own reasons ask.
  const all = seesAll(actor);
  const counts = [
    's.required',
    ...(all ? [] : [isAsked('s.person_id', 's.course_id')]),
    ...(filter.columns ? [`s.course_id = any (${value(filter.columns.split(','))}::uuid[])`] : []),
  ].join(' and ');
  const day = all ? DAY : OWN_DAY;
  const organisation = filter.organisationId ? value(filter.organisationId) : null;
  const below =
    filter.tiers === 'none' ? `select ${organisation}::uuid` : `select organisation_and_below(${organisation})`;
  const within: Within = {
    engagement: [
      ...(all ? [] : ['e.id in (select id from seen)']),
      ...(organisation ? ['e.organisation_id in (select id from below)'] : []),
      ...(filter.team ? [REPORTS[filter.team]] : []),
    ],
    organisation: [
      ...(all ? [] : ['in (select organisation_id from seen)']),
      ...(organisation ? ['in (select id from below)'] : []),
    ],
  };
  const whoever = [
    'p.erased_at is null',
    ...within.engagement,
    ...(filter.schemeId ? [`e.scheme_ids @> array[${value(filter.schemeId)}::uuid]`] : []),
    ...(filter.group ? [`e.employment_group = ${value(filter.group)}`] : []),
    ...(filter.jobRole ? [`lower(e.job_role) = lower(${value(filter.jobRole)})`] : []),
    ...(filter.q
      ? [`position(lower(${value(filter.q)}) in lower(concat_ws(' ', p.given_name, p.family_name))) > 0`]
      : []),
  ];
  const current = 'e.starts_on <= $1 and (e.ends_on is null or e.ends_on >= $1)';
  const { groups, has } = GROUPINGS[filter.by];
  const given = FILTERS.flatMap((key, place) => (filter[key] ? [place] : []));
  return {
    // PostgreSQL tells statements apart by 63 characters of their name.
    name: `${filter.by} ${all ? 'all' : 'seen'} ${given.join('')}${filter.team ?? ''}`,
    given: [
      all ? 'reader as (select $2::uuid),' : SEEN,
      ...(organisation ? [`below(id) as materialized (${below}),`] : []),
    ].join(''),
    groups: groups(within),
    inGroup: has,
    who: [current, ...whoever, ...stands(filter, { counts, day }, value)].join(' and '),
    later: ['e.starts_on > $1', ...whoever].join(' and '),
    ever: whoever.join(' and '),
    counts,
    day,
    counted: filter.columns ? 'chosen' : all ? 'everything' : 'asked',
    values,
  };
}

const FILTERS = [
  'organisationId',
  'tiers',
  'schemeId',
  'group',
  'jobRole',
  'q',
  'standing',
  'courseId',
  'columns',
  'from',
  'to',
] as const;

/** Engagements that report to the reader. */
const REPORTS: Record<MatrixTeam, string> = {
  direct: 'e.line_manager_id = $2',
  all: 'e.line_manager_id in (select $2 union all select reports_of($2, $1))',
};

function stands(
  filter: MatrixFilter,
  { counts, day }: Pick<MatrixParts, 'counts' | 'day'>,
  value: (one: unknown) => string,
): string[] {
  const { standing, courseId, from, to } = filter;
  if (!standing && !courseId && !from && !to) return [];
  const conditions = [
    `s.person_id = p.id and ${counts}`,
    ...(courseId ? [`s.course_id = ${value(courseId)}`] : []),
    ...(standing ? [`t.standing = any (${value(standingsOf(standing))}::text[])`] : []),
    ...(from ? [`${day} >= ${value(from)}::date`] : []),
    ...(to ? [`${day} <= ${value(to)}::date`] : []),
  ];
  return [
    `exists (select from standing_dates s cross join lateral (select standing_on(s.*, $1) as standing) t
      where ${conditions.join(' and ')})`,
  ];
}

/**
 * Reasons of engagements that the reader sees ask a person for a course. Looked up course by course, each in a set that is made
 * once: whose reasons they are no index knows, and a plan would go through all reasons, or all engagements for each, that there are.
 */
export const isAsked = (person: string, course: string): string => `exists (
  select from assignment owed
  join assignment_reason why on why.assignment_id = owed.id
  left join path_enrolment way on way.id = why.path_enrolment_id
  where owed.person_id = ${person} and owed.course_id = ${course} and why.ended_at is null
    and (coalesce(why.engagement_id, way.engagement_id) in (select id from seen)) is true offset 0)`;

/** Engagements that the reader sees. */
const SEEN = `
  seen as materialized (
    select e.id, e.organisation_id from engagements_in_scope($2, $1) s(id) join engagement e on e.id = s.id
  ),`;
