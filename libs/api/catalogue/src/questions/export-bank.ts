import { NotFound, Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { type FiledQuestion, toCsv } from './csv/to-csv.js';

const QUESTIONS = `
  select coalesce(key, id::text) as key, retired, text, body, tags, safety_critical as "safetyCritical", explanation
  from current_question where bank_id = $1 order by position`;

/** All questions of a bank as a file that can be read in again. */
@Injectable()
export class ExportBank {
  constructor(private readonly sql: Sql) {}

  async run(bankId: string): Promise<{ name: string; csv: string }> {
    const bank = await this.sql.row<{ title: string }>(
      'question-bank-title',
      'select title from question_bank where id = $1',
      [bankId],
    );
    if (!bank) throw new NotFound();
    const questions = await this.sql.rows<FiledQuestion>('export-questions', QUESTIONS, [bankId]);
    return { name: fileName(bank.title), csv: toCsv(questions) };
  }
}

/** Letters and digits that every system takes in a file's name. */
function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${(plain || 'questions').slice(0, 60).toLowerCase()}.csv`;
}
