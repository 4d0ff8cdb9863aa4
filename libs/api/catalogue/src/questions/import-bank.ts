import { Audit, changeOf, type Ctx, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { QuestionImportResult } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type ImportPlan, type KnownQuestion, planImport } from './csv/plan-import.js';
import { readCsv } from './csv/read-csv.js';
import { rowQuestion } from './csv/row-question.js';
import { lockBank } from './lock-bank.js';
import { addQuestions, changeQuestions, MOST_QUESTIONS } from './write-questions.js';

const MOST_ERRORS = 1000;

const KNOWN = `
  select id, key, retired, revision, text, body, tags, safety_critical as "safetyCritical", explanation
  from current_question where bank_id = $1 order by position`;

/** Reads a file into a bank: all of it or nothing. What is not in the file stays as it is. */
@Injectable()
export class ImportBank {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  run(ctx: Ctx, bankId: string, file: Uint8Array, dryRun: boolean): Promise<QuestionImportResult> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      await (dryRun ? assertBank(tx, bankId) : lockBank(tx, bankId));
      const plan = planOf(file, await tx.query<KnownQuestion[]>(KNOWN, [bankId]));
      if (!dryRun && plan.errors.length === 0) await this.apply(tx, ctx, bankId, plan);
      return {
        dryRun,
        added: plan.add.length,
        changed: plan.change.length,
        unchanged: plan.unchanged,
        errors: plan.errors.slice(0, MOST_ERRORS),
      };
    });
  }

  private async apply(tx: Tx, ctx: Ctx, bankId: string, { add, change, unchanged }: ImportPlan): Promise<void> {
    if (add.length > 0) await addQuestions(tx, ctx, bankId, add);
    if (change.length > 0) await changeQuestions(tx, ctx, change);
    await this.audit.append(tx, ctx, {
      action: 'question-bank.import',
      targetType: 'question bank',
      targetId: bankId,
      detail: { added: add.length, changed: change.length, unchanged },
    });
  }
}

function planOf(file: Uint8Array, known: readonly KnownQuestion[]): ImportPlan {
  const { rows, errors } = readCsv(file);
  const read = rows.map((row) => rowQuestion(row, uuid));
  const plan = planImport(
    known,
    read.flatMap((one) => (Array.isArray(one) ? [] : [one])),
    uuid,
  );
  const tooMany = known.length + plan.add.length > MOST_QUESTIONS;
  const limit = { row: 1, column: '', message: `A bank holds ${MOST_QUESTIONS} questions at most.` };
  const found = [...errors, ...read.flatMap((one) => (Array.isArray(one) ? one : [])), ...plan.errors];
  return { ...plan, errors: [...(tooMany ? [limit] : []), ...found.sort((a, b) => a.row - b.row)] };
}

async function assertBank(tx: Tx, bankId: string): Promise<void> {
  const found: unknown[] = await tx.query('select id from question_bank where id = $1', [bankId]);
  if (found.length === 0) throw new NotFound();
}
