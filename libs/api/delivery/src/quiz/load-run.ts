import { NotFound, Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { RUN, type RunRow } from './run-row.js';

@Injectable()
export class LoadRun {
  constructor(private readonly sql: Sql) {}

  /** NotFound unless it is this person's. */
  async run(runId: string, personId: string): Promise<RunRow> {
    const row = await this.sql.row<RunRow>('quiz-run', RUN, [runId, personId]);
    if (!row) throw new NotFound();
    return row;
  }
}

/** Answers that arrive after the last moment do not count. */
export const isOver = ({ ended, endsAt }: RunRow, now: Date): boolean => !ended && endsAt !== null && endsAt < now;
