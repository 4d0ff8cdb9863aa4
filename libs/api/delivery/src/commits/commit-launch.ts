import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Conflict } from '@lms/api-platform';
import type { CommitEntry, CommitRequest, CommitResult } from '@lms/contracts';
import { parseSessionTime } from '@lms/domain';
import { CommitBatches } from './commit-batches.js';
import { CommitTokens, LaunchEnded } from './commit-tokens.js';

/** Keeps what the content reported, and completes what that completes: one statement, one transaction, durable. */
@Injectable()
export class CommitLaunch {
  constructor(
    private readonly batches: CommitBatches,
    private readonly tokens: CommitTokens,
  ) {}

  async run(launchId: string, token: string | undefined, request: CommitRequest): Promise<CommitResult> {
    this.tokens.assertFor(launchId, token);
    const entries = [...request.entries].sort((a, b) => a.seq - b.seq).map(toRow);
    const answer = await this.batches.commit(launchId, entries);
    if (!answer) throw new LaunchEnded();
    const { differs, ...result } = answer;
    if (differs.length > 0) {
      const fields = differs.map((seq) => ({ path: String(seq), message: 'Was kept with another content before' }));
      throw new Conflict('commit-differs', 'The same number was used for two different things.', fields);
    }
    return result;
  }
}

function toRow(entry: CommitEntry): Record<string, unknown> {
  const sessionTime = entry.set?.['cmi.core.session_time'] ?? entry.set?.['cmi.session_time'];
  return {
    seq: entry.seq,
    sco: entry.sco,
    hash: hash('sha256', JSON.stringify(entry)),
    set: entry.set ? withoutNul(entry.set) : undefined,
    sessionTime: sessionTime === undefined ? undefined : Math.min(parseSessionTime(sessionTime), 100_000_000),
    covered: entry.covered,
    position: entry.position,
  };
}

/** PostgreSQL's text holds every character but this one. */
function withoutNul(set: Record<string, string>): Record<string, string> {
  if (!Object.entries(set).some(([k, v]) => k.includes('\0') || v.includes('\0'))) return set;
  return Object.fromEntries(Object.entries(set).map(([k, v]) => [k.replaceAll('\0', ''), v.replaceAll('\0', '')]));
}
