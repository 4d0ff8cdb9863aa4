import { createHash } from 'node:crypto';
import { PERSONAL } from './catalogue.js';
import type { PersonalTable } from './entry.js';
import { namesOfOthers } from './names-of-others.js';

/** What changes by itself, or by the proposal, does not make another erasure of it. */
const NOISE = new Set(['history', 'messages', 'privacy']);
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const from = ({ table, whose }: PersonalTable): string => `from ${table} x where ${whose}`;
const columnsOf = ({ columns }: PersonalTable): string[] => columns.split(' ');

/** Columns that erasure gives a value, and the values. */
const cleared = ({ erasure }: PersonalTable): [string, string][] =>
  typeof erasure === 'string' ? [] : Object.entries(erasure);
/** Without those that only count or date the change. */
const words = (table: PersonalTable): [string, string][] =>
  cleared(table).filter(([, value]) => !/\bp_at\b|\bp_today\b|x\.version/.test(value));

function counts(): string {
  return PERSONAL.map((table) => {
    const changed = words(table)
      .map(([column, value]) => `x.${column} is distinct from (${value})`)
      .join(' or ');
    const [removed, clear] = [table.erasure === 'removed' ? 'true' : 'false', changed || 'false'];
    return `select ${quoted(table.area)}::text, ${quoted(table.table)}::text, count(*) filter (where ${removed}),
      count(*) filter (where ${clear}), count(*) filter (where not ${removed}) ${from(table)}`;
  }).join('\n    union all ');
}

function digest(): string {
  return PERSONAL.filter(({ area, derived }) => !NOISE.has(area) && !derived)
    .map((table) => `select ${quoted(table.table)} as t, md5(to_jsonb(x)::text) as d ${from(table)}`)
    .join('\n      union all ');
}

function files(): string {
  return PERSONAL.filter((table) => table.erasure === 'removed' && columnsOf(table).includes('sha256'))
    .map((table) => `select x.sha256 from ${table.table} x where x.sha256 is not null and (${table.whose})`)
    .join('\n    union ');
}

/** The person’s own files, under the names by which the download tells of them. */
function ownFiles(): string {
  return PERSONAL.flatMap((table) => {
    const file = table.shown?.rows['File'];
    return file ? [`select ${file}, x.sha256 ${from(table)}`] : [];
  }).join('\n    union all ');
}

const removals = (): string[] =>
  PERSONAL.filter(({ erasure }) => erasure === 'removed').map(
    (table) => `delete from ${table.table} x where ${table.whose};`,
  );

/**
 * The past of a row goes before the row: whose it was is read from how things are, and of rows that are no more from how
 * they were in the end.
 */
const pasts = (): string[] =>
  PERSONAL.filter(({ history }) => history !== undefined)
    .filter((table) => words(table).length > 0)
    .map((table) => {
      const values = words(table).map(([column, value]) => `${quoted(column)}, (${value})`);
      const entity = quoted(table.history ?? '');
      return `with theirs as (
    select x.id ${from(table)}
    union
    select r.entity_id from row_history r cross join lateral jsonb_populate_record(null::${table.table}, r.row) x
    where r.entity = ${entity} and r.op = 'delete' and (${table.whose})
  )
  update row_history h
  set row = h.row || (select jsonb_build_object(${values.join(', ')}) from jsonb_populate_record(null::${table.table}, h.row) x)
  from theirs t where h.entity = ${entity} and h.entity_id = t.id;`;
    });

const changes = (): string[] =>
  PERSONAL.filter((table) => cleared(table).length > 0).map((table) => {
    const values = cleared(table).map(([column, value]) => `${column} = ${value}`);
    return `update ${table.table} x set ${values.join(', ')} where ${table.whose};`;
  });

function shown(): string {
  return PERSONAL.flatMap((table) => {
    if (!table.shown) return [];
    const rows = Object.entries(table.shown.rows).map(([label, value]) => `${quoted(label)}, ${value}`);
    return [
      `if p_table = ${quoted(table.table)} then return query select jsonb_build_object(${rows.join(', ')}) ${from(table)}; end if;`,
    ];
  }).join('\n  ');
}

const parts = (): string =>
  PERSONAL.flatMap(({ table, area, shown: part }, n) =>
    part ? [`(${n}, ${quoted(table)}, ${quoted(area)}, ${quoted(part.title)})`] : [],
  ).join(',\n    ');

/** Functions made from the catalogue. All take the entries of one person, who may have been entered more than once. */
export function personalDataFunctions(): string {
  return `
create or replace function erasure_counts(p_people uuid[]) returns table (area text, relation text, removed bigint, cleared bigint, kept bigint)
language sql stable as $$
    ${counts()}
$$;
create or replace function erasure_digest(p_people uuid[]) returns text language sql stable as $$
  select md5(coalesce(string_agg(k.t || k.d, ',' order by k.t, k.d), '')) from (
      ${digest()}
  ) k
$$;
create or replace function files_of_person(p_people uuid[]) returns text[] language sql stable as $$
  select coalesce(array_agg(f.sha256 order by f.sha256), '{}') from (
    ${files()}
  ) f
$$;
create or replace function person_files(p_people uuid[]) returns table (file text, sha256 text) language sql stable as $$
    ${ownFiles()}
$$;
create or replace function erase_rows(p_people uuid[], p_today date, p_at timestamptz) returns void language plpgsql as $$
begin
  ${[...pasts(), ...removals(), ...changes()].join('\n  ')}
end
$$;
create or replace function names_of_others(p_people uuid[]) returns table (kind text, id uuid, words text, whole boolean) language plpgsql stable as $$
declare
  v_whole text := name_pattern(words_for(p_people));
  v_any text := name_pattern(words_for(p_people) || family_names(p_people));
begin
  return query select n.kind, n.id, left((array_agg(n.words order by n.words ~* v_whole desc, n.words))[1], 200), bool_or(n.words ~* v_whole)
  from (
    ${namesOfOthers()}
  ) n(kind, id, words)
  where n.id is not null
  group by 1, 2 order by 4 desc, 1, 3;
end
$$;
create or replace function person_data_parts() returns table (part int, relation text, area text, title text) language sql immutable as $$
  values ${parts()}
$$;
create or replace function person_data(p_table text, p_people uuid[]) returns setof jsonb language plpgsql stable as $$
begin
  ${shown()}
end
$$;
`;
}

/** Names what the functions were made from; kept with one of them. */
export const personalDataMark = (): string =>
  createHash('sha256').update(personalDataFunctions()).digest('hex').slice(0, 16);
