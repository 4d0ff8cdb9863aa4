import { decodeCursor, likePattern, NotFound, Sql, toPage } from '@lms/api-platform';
import type { Audience, AudiencePage, AudienceQuery, AudienceWords } from '@lms/contracts';
import { describeAudience } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { idsIn, namesFrom, PredicateNames } from './predicate-names.js';

type Stored = Omit<Audience, 'words' | 'names'>;

const AUDIENCE = `
  select a.id, a.version, a.name, a.predicate, a.owner_id as "ownerId",
    concat_ws(' ', p.given_name, p.family_name) as "ownerName",
    coalesce((select json_agg(distinct jsonb_build_object('id', u.id, 'name', u.name))
      from rule_version v join assignment_rule u on u.id = v.rule_id
      where v.audience_id = a.id and v.state <> 'ended' and v.superseded_by is null), '[]') as rules
  from audience a join person p on p.id = a.owner_id`;

const WORDS = `
  select coalesce((select array_agg(r.job_role order by r.n desc, r.job_role) from (
      select e.job_role, count(*) as n from engagement e where e.ends_on is null or e.ends_on >= $1
      group by 1 order by 2 desc limit 300) r), '{}') as "jobRoles",
    coalesce((select array_agg(distinct t order by t) from engagement e, unnest(e.tags) t), '{}') as tags`;

@Injectable()
export class ReadAudiences {
  constructor(
    private readonly sql: Sql,
    private readonly names: PredicateNames,
  ) {}

  async list(query: AudienceQuery): Promise<AudiencePage> {
    const [name, id] = decodeCursor(query.cursor, 2);
    const rows = await this.sql.rows<Stored>(
      'list-audiences',
      `${AUDIENCE} where ($1::text is null or a.name ilike $1)
         and ($2::text is null or (lower(a.name), a.id) > ($2, $3::uuid)) order by lower(a.name), a.id limit $4`,
      [likePattern(query.q), name, id, query.limit + 1],
    );
    return toPage(await this.inWords(rows), query.limit, (row) => [row.name.toLowerCase(), row.id]);
  }

  async one(id: string): Promise<Audience> {
    const rows = await this.sql.rows<Stored>('get-audience', `${AUDIENCE} where a.id = $1`, [id]);
    const [audience] = await this.inWords(rows);
    if (!audience) throw new NotFound();
    return audience;
  }

  /** What engagements say, the most frequent job roles first. */
  async words(today: string): Promise<AudienceWords> {
    const row = await this.sql.row<AudienceWords>('audience-words', WORDS, [today]);
    return row ?? { jobRoles: [], tags: [] };
  }

  private async inWords(rows: Stored[]): Promise<Audience[]> {
    const list = await this.names.list(rows.flatMap(({ predicate }) => idsIn(predicate)));
    const names = namesFrom(list);
    return rows.map((row) => {
      const own = new Set(idsIn(row.predicate));
      return {
        ...row,
        words: describeAudience(row.predicate, names),
        names: list.filter(({ id }) => own.has(id)),
      };
    });
  }
}
