import { decodeCursor, likePattern, NotFound, Sql, toPage } from '@lms/api-platform';
import type { Question, QuestionPage, QuestionQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { QUESTION_COLUMNS, WITH_STATISTICS } from './question.sql.js';

/** Statistics are computed for the page alone, whatever order the planner would like. */
const LIST = `
  select ${QUESTION_COLUMNS}, q.position
  from (
    select * from current_question c
    where c.bank_id = $1
      and ($2::text is null or c.text ilike $2 or c.key = $3)
      and ($4::text is null or $4 = any (c.tags))
      and ($5::text is null or c.body ->> 'type' = $5)
      and ($6::boolean is null or c.retired = $6)
      and ($7::int is null or c.position > $7)
    order by c.position
    limit $8
  ) q ${WITH_STATISTICS}
  order by q.position`;

@Injectable()
export class ListQuestions {
  constructor(private readonly sql: Sql) {}

  /** In the order in which they came into the bank. */
  async run(bankId: string, query: z.infer<typeof QuestionQuery>): Promise<QuestionPage> {
    const [after] = decodeCursor(query.cursor, 1);
    const { q, tag, type, retired } = query;
    const [bank, rows] = await Promise.all([
      this.sql.row('is-question-bank', 'select from question_bank where id = $1', [bankId]),
      this.sql.rows<Question & { position: number }>('list-questions', LIST, [
        bankId,
        likePattern(q),
        q ?? null,
        tag || null,
        type ?? null,
        retired === undefined ? null : retired === 'yes',
        after,
        query.limit + 1,
      ]),
    ]);
    if (!bank) throw new NotFound();
    const page = toPage(rows, query.limit, (row) => [row.position]);
    return { ...page, items: page.items.map(({ position: _, ...question }) => question) };
  }
}
