import { NotFound, Sql } from '@lms/api-platform';
import type { Question } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { QUESTION_COLUMNS, WITH_STATISTICS } from './question.sql.js';

const ONE = `select ${QUESTION_COLUMNS} from current_question q ${WITH_STATISTICS} where q.id = $1`;

@Injectable()
export class GetQuestion {
  constructor(private readonly sql: Sql) {}

  async run(id: string): Promise<Question> {
    const question = await this.sql.row<Question>('question', ONE, [id]);
    if (!question) throw new NotFound();
    return question;
  }
}
