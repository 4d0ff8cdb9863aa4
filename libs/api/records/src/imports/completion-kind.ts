import { type GivenImport, type GivenRow, type ImportedKind, ImportsFacade, type PlannedRow } from '@lms/api-imports';
import { PeopleFacade } from '@lms/api-people';
import type { Tx } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { applyCompletions } from './apply-completions.js';
import { type CheckedCompletion, checkCompletions } from './check-completions.js';
import { COMPLETION_COLUMNS } from './completion-columns.js';

/** Earlier completions, ours and those of other companies, as files bring them. */
@Injectable()
export class CompletionKind implements ImportedKind<CheckedCompletion>, OnModuleInit {
  readonly kind = 'completions';
  readonly permission = 'record.correct';
  readonly columns = COMPLETION_COLUMNS;
  readonly repeated = 'same';
  readonly atOnce = 200;

  constructor(
    private readonly imports: ImportsFacade,
    private readonly people: PeopleFacade,
  ) {}

  onModuleInit(): void {
    this.imports.register(this);
  }

  check(tx: Tx, given: GivenImport, rows: readonly GivenRow[]): Promise<CheckedCompletion[]> {
    return checkCompletions(this.people, tx, given, rows);
  }

  apply(tx: Tx, given: GivenImport, rows: readonly PlannedRow<CheckedCompletion>[]) {
    return applyCompletions(tx, given, rows);
  }
}
