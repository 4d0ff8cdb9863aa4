import { createHash } from 'node:crypto';
import { verifyChain } from '@lms/domain';
import type { Chain } from './chain-rows.js';
import { differingColumn } from './compare-columns.js';
import { faultSentence } from './fault-sentence.js';

/** The first thing wrong in one person's record. */
export interface BrokenEntry {
  readonly person: string;
  readonly seq: number;
  /** The end of a sentence, without a full stop. */
  readonly why: string;
}

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex');

/** Follows one chain: hashes, links, numbers, private values, columns, end. Null when all is well. */
export function checkChain({ person, rows, head }: Chain): BrokenEntry | null {
  const verdict = verifyChain(rows, sha256);
  const sound = verdict.ok ? rows : rows.filter(({ seq }) => seq < verdict.brokenAt.seq);
  for (const row of sound) {
    const column = differingColumn(row);
    if (column !== null) return { person, seq: row.seq, why: `its column ${column} does not say what was recorded` };
  }
  if (!verdict.ok) return { person, seq: verdict.brokenAt.seq, why: faultSentence(verdict.why) };
  const last = rows.at(-1);
  if (head !== null && head.seq === last?.seq && head.hash === last.hash) return null;
  return { person, seq: head?.seq ?? last?.seq ?? 0, why: faultSentence('wrong-end') };
}
