import { type Ctx, decodeCursor, likePattern, NotFound, Sql, toPage } from '@lms/api-platform';
import type { Rule, RuleItem, RulePage, RuleQuery, RuleVersion } from '@lms/contracts';
import { describeRule } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { idsIn, namesFrom, PredicateNames } from '../../audiences/predicate-names.js';
import { VERSION_COLUMNS } from './rule-version.sql.js';

type StoredVersion = Omit<RuleVersion, 'sentence' | 'names' | 'targetTitle'>;
type StoredItem = Omit<RuleItem, 'sentence' | 'targetTitle' | 'state'> & StoredVersion & { ruleName: string };

const RULE = `
  select u.id, u.version, u.name, u.owner_id as "ownerId",
    (select concat_ws(' ', n.given_name, n.family_name) from person n where n.id = u.owner_id) as "ownerName",
    (select count(*)::int from open_rule_exception x where x.rule_id = u.id) as exceptions`;

/** The end of a rule `u` that waits for a second person. */
const ENDING = `(select json_build_object('reason', n.reason, 'people', n.people, 'askedById', n.asked_by,
    'askedByName', (select concat_ws(' ', p.given_name, p.family_name) from person p where p.id = n.asked_by),
    'askedAt', to_char(n.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from rule_end n where n.rule_id = u.id and n.outcome is null)`;
const WAITS = `(o.state is not distinct from 'in-review' or exists (select from rule_end n where n.rule_id = u.id and n.outcome is null))`;

/** One row a rule: with the version in force on $1, else the newest. */
const LIST = `
  ${RULE}, u.name as "ruleName", o.id is not null and v.id <> o.id as "openDraft", ${WAITS} as waits, ${VERSION_COLUMNS.replace('v.id, v.version,', 'v.id as "versionId",')}
  from assignment_rule u
  join lateral (
    select w.* from rule_version w where w.rule_id = u.id
    order by (w.state = 'active' and w.effective_on <= $1::date and (w.ends_on is null or w.ends_on >= $1::date)) desc, w.number desc
    limit 1
  ) v on true
  left join rule_version o on o.rule_id = u.id and o.state in ('draft', 'in-review', 'approved')
  where ($2::text is null or u.name ilike $2)
    and case $3::text when 'all' then true
      when 'to-decide' then ${WAITS} or exists (select from open_rule_exception x where x.rule_id = u.id)
      else ($3 = 'in-force') = (v.state = 'active' and (v.ends_on is null or v.ends_on >= $1::date)) end
    and ($4::text is null or (lower(u.name), u.id) > ($4, $5::uuid))
  order by lower(u.name), u.id limit $6`;

@Injectable()
export class ReadRules {
  constructor(
    private readonly sql: Sql,
    private readonly names: PredicateNames,
  ) {}

  async list(ctx: Ctx, query: RuleQuery): Promise<RulePage> {
    const [name, id] = decodeCursor(query.cursor, 2);
    const values = [ctx.today, likePattern(query.q), query.show, name, id, query.limit + 1];
    const rows = await this.sql.rows<StoredItem>('list-rules', LIST, values);
    const page = toPage(rows, query.limit, (row) => [row.ruleName.toLowerCase(), row.id]);
    const versions = await this.inWords(page.items);
    return { ...page, items: page.items.map((row, n) => itemOf(row, versions[n], ctx.today)) };
  }

  async one(ctx: Ctx, id: string): Promise<Rule> {
    const rule = await this.sql.row<Omit<Rule, 'versions'>>(
      'get-rule',
      `${RULE}, ${ENDING} as ending from assignment_rule u where u.id = $1`,
      [id],
    );
    if (!rule) throw new NotFound();
    const rows = await this.sql.rows<StoredVersion>(
      'get-rule-versions',
      `select ${VERSION_COLUMNS} from rule_version v where v.rule_id = $2 order by v.number desc`,
      [ctx.today, id],
    );
    return { ...rule, versions: await this.inWords(rows) };
  }

  async version(ctx: Ctx, id: string): Promise<RuleVersion> {
    const rows = await this.sql.rows<StoredVersion>(
      'get-rule-version',
      `select ${VERSION_COLUMNS} from rule_version v where v.id = $2`,
      [ctx.today, id],
    );
    const [version] = await this.inWords(rows);
    if (!version) throw new NotFound();
    return version;
  }

  private async inWords<T extends StoredVersion>(rows: T[]): Promise<(T & RuleVersion)[]> {
    const idsOf = (row: StoredVersion): string[] => [
      ...idsIn(row.predicate),
      ...[row.courseId, row.pathId, row.due.kind === 'after-completion' ? row.due.courseId : null].filter(
        (id) => id !== null,
      ),
    ];
    const list = await this.names.list(rows.flatMap(idsOf));
    const names = namesFrom(list);
    return rows.map((row) => {
      const target = row.courseId ?? row.pathId;
      const own = new Set(idsOf(row));
      return {
        ...row,
        sentence: describeRule(row, names),
        names: list.filter(({ id }) => own.has(id)),
        targetTitle: target === null ? null : names(target),
      };
    });
  }
}

function itemOf(row: StoredItem, version: RuleVersion | undefined, today: string): RuleItem {
  const { id, ownerName, people, openDraft, exceptions, waits } = row;
  return {
    id,
    name: row.ruleName,
    ownerName,
    people,
    openDraft,
    exceptions,
    waits,
    sentence: version?.sentence ?? '',
    targetTitle: version?.targetTitle ?? null,
    state: stateOf(row, today),
  };
}

function stateOf({ state, effectiveOn, endsOn }: StoredVersion, today: string): RuleItem['state'] {
  if (state !== 'active') return state;
  if (effectiveOn > today) return 'planned';
  return endsOn !== null && endsOn < today ? 'ended' : 'in-force';
}
