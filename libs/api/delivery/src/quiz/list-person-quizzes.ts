import { type Ctx, NotFound, oneInScopeSql, Sql } from '@lms/api-platform';
import type { PersonQuizzes, QuizSettings } from '@lms/contracts';
import { triesLeft } from '@lms/domain';
import { Injectable } from '@nestjs/common';

type Item = Omit<PersonQuizzes['items'][number], 'triesLeft'> & { limit: QuizSettings['attemptsLimit']; extra: number };
type Row = Omit<PersonQuizzes, 'items'> & { items: Item[] };

/** $1 person, $2 who asks, $3 today. What was given up for a new version is left out. */
const QUIZZES = `
  select w.id as "personId", concat_ws(' ', w.given_name, w.family_name) as name,
    coalesce(json_agg(json_build_object('attemptId', x.id, 'courseId', x.course_id, 'courseTitle', x.course, 'title', x.title,
      'passed', x.state = 'done', 'running', x.running, 'tries', x.tries, 'best', x.best, 'limit', x.attempts_limit,
      'extra', x.extra, 'updatedAt', canonical_instant(x.updated_at), 'given', x.given)
      order by x.updated_at desc, x.id) filter (where x.id is not null), '[]') as items
  from person w
  left join lateral (
    select t.id, t.course_id, c.title as course, a.title, t.state, t.updated_at, r.running, r.tries, r.best,
      (a.settings ->> 'attemptsLimit')::int as attempts_limit, g.extra, g.given
    from attempt t
    join activity a on a.id = t.activity_id and a.kind = 'quiz'
    join course c on c.id = t.course_id
    cross join lateral (
      select count(*)::int as tries, max(q.score)::float8 as best, coalesce(bool_or(q.handed_in_at is null), false) as running
      from quiz_run q where q.attempt_id = t.id
    ) r
    cross join lateral (
      select coalesce(sum(e.tries), 0)::int as extra, coalesce(json_agg(json_build_object('tries', e.tries, 'reason', e.reason,
        'byName', (select concat_ws(' ', b.given_name, b.family_name) from person b where b.id = e.given_by),
        'at', canonical_instant(e.given_at)) order by e.given_at desc), '[]') as given
      from quiz_extra_tries e where e.attempt_id = t.id
    ) g
    where t.person_id = w.id and t.state <> 'abandoned'
    order by t.updated_at desc, t.id limit 100
  ) x on true
  where w.id = $1 and ${oneInScopeSql('w.id', '$2', '$3')}
  group by w.id`;

@Injectable()
export class ListPersonQuizzes {
  constructor(private readonly sql: Sql) {}

  /** NotFound outside the actor's scope. */
  async run(ctx: Ctx, personId: string): Promise<PersonQuizzes> {
    const row = await this.sql.row<Row>('person-quizzes', QUIZZES, [personId, ctx.actor.personId, ctx.today]);
    if (!row) throw new NotFound();
    return {
      ...row,
      items: row.items.map(({ limit, extra, ...item }) => ({
        ...item,
        triesLeft: triesLeft({ limit, extra, begun: item.tries }),
      })),
    };
  }
}
