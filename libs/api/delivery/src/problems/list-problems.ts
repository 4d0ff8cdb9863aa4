import { Injectable } from '@nestjs/common';
import { decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { ProblemItem, ProblemQuery, Problems } from '@lms/contracts';
import { PROBLEM, PROBLEM_FROM } from './problem-row.js';

/** $1 course, $2 state or null, $3 and $4 the last row of the page before, $5 how many. */
const LIST = `${PROBLEM} ${PROBLEM_FROM}
  where r.course_id = $1 and ($2::text is null or r.state = $2)
    and ($3::timestamptz is null or (r.created_at, r.id) < ($3, $4::uuid))
  order by r.created_at desc, r.id desc limit $5`;

@Injectable()
export class ListProblems {
  constructor(private readonly sql: Sql) {}

  async run(courseId: string, query: ProblemQuery): Promise<Problems> {
    const count = await this.sql.row<{ openCount: number }>(
      'count-problems',
      `select (select count(*)::int from problem_report where course_id = c.id and state = 'open') as "openCount"
       from course c where c.id = $1`,
      [courseId],
    );
    if (!count) throw new NotFound();
    const [at, id] = decodeCursor(query.cursor, 2);
    const values = [courseId, query.state ?? null, at, id, query.limit + 1];
    const rows = await this.sql.rows<ProblemItem>('list-problems', LIST, values);
    return { ...toPage(rows, query.limit, (row) => [row.createdAt, row.id]), ...count };
  }
}
