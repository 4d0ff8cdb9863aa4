import { NotFound, Sql } from '@lms/api-platform';
import type { QuestionBank } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { BANK } from './bank.sql.js';

@Injectable()
export class GetBank {
  constructor(private readonly sql: Sql) {}

  async run(id: string): Promise<QuestionBank> {
    const bank = await this.sql.row<QuestionBank>('question-bank', `${BANK} where b.id = $1`, [id]);
    if (!bank) throw new NotFound();
    return bank;
  }
}
