import { Injectable } from '@nestjs/common';
import { Clock, Sql } from '@lms/api-platform';
import type { RuntimeLogRequest, RuntimeLogResult } from '@lms/contracts';
import { CommitTokens, LaunchEnded } from '../commits/commit-tokens.js';

/** What the log of one launch may hold; a lesson of an hour makes some hundred calls. */
export const MOST_CALLS = 5000;
export const MOST_BYTES = 2_000_000;

/** Remembers what content called. The same batch twice is one; nothing of it decides anything. */
@Injectable()
export class AppendRuntimeLog {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly tokens: CommitTokens,
  ) {}

  async run(launchId: string, token: string | undefined, request: RuntimeLogRequest): Promise<RuntimeLogResult> {
    this.tokens.assertFor(launchId, token);
    // PostgreSQL's text holds every character but this one.
    const calls = JSON.stringify([...request.calls].sort((a, b) => a.n - b.n)).replaceAll('\\u0000', '');
    const row = await this.sql.row<{ answer: RuntimeLogResult | null }>(
      'append-runtime-log',
      'select append_runtime_log($1, $2, $3, $4, $5, $6) as answer',
      [launchId, calls, Buffer.byteLength(calls), this.clock.now(), MOST_CALLS, MOST_BYTES],
    );
    if (!row?.answer) throw new LaunchEnded();
    return row.answer;
  }
}
