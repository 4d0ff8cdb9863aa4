import { decodeCursor, likePattern, Sql, toPage } from '@lms/api-platform';
import type { BankQuery, QuestionBank, QuestionBankPage } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { BANK } from './bank.sql.js';

/** A bank is found by its title or by a tag of its questions. */
const LIST = `
  ${BANK}
  where b.id in (
    select k.id from question_bank k
    where ($1::text is null or k.title ilike $1 or exists (
        select from current_question q cross join unnest(q.tags) tag where q.bank_id = k.id and not q.retired and tag ilike $1))
      and ($2::uuid is null or (lower(k.title), k.id) > (select lower(c.title), c.id from question_bank c where c.id = $2))
    order by lower(k.title), k.id
    limit $3
  )
  order by lower(b.title), b.id`;

@Injectable()
export class ListBanks {
  constructor(private readonly sql: Sql) {}

  async run(query: z.infer<typeof BankQuery>): Promise<QuestionBankPage> {
    const [after] = decodeCursor(query.cursor, 1);
    const values = [likePattern(query.q), after, query.limit + 1];
    const rows = await this.sql.rows<QuestionBank>('list-question-banks', LIST, values);
    return toPage(rows, query.limit, (row) => [row.id]);
  }
}
