import type { LedgerBody } from '@lms/domain';
import type { ChainRow } from './chain-rows.js';

/**
 * The first column that does not say what the text that was hashed says, by its name in the table; null when all agree.
 * The text must be a valid body.
 */
export function differingColumn(row: ChainRow): string | null {
  const body = JSON.parse(row.body) as LedgerBody;
  const completion = body.kind === 'completion' ? body.fact : null;
  const revocation = body.kind === 'revocation' ? body.fact : null;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['hash_version', row.hashVersion, body.v],
    ['kind', row.kind, body.kind],
    ['recorded_at', row.at, body.at],
    ['course_id', row.course, completion?.course ?? null],
    ['course_version_id', row.courseVersion, completion?.courseVersion ?? null],
    ['completed_on', row.completedOn, completion?.completedOn ?? null],
    ['valid_until', row.validUntil, completion?.validUntil ?? null],
    ['source', row.source, completion?.source ?? null],
    ['source_id', row.sourceId, completion?.sourceId ?? null],
    ['revokes_seq', row.revokes, revocation?.entry ?? null],
    ['prev_hash', row.prev, body.prev],
  ];
  return pairs.find(([, column, text]) => column !== text)?.[0] ?? null;
}
