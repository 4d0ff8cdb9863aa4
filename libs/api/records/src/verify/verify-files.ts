import { createHash } from 'node:crypto';
import type { RecordFile } from '@lms/contracts';
import { canonicalise, differsFromAnchor, type JsonValue, type Sha256, verifyChain } from '@lms/domain';
import { isSigned } from '../anchors/signing-key.js';
import { faultSentence } from '../check/fault-sentence.js';
import { RECORD_FORMAT } from '../exports/record-file.js';
import type { ReadAnchor } from './read-anchor.js';
import { ANCHOR_SENTENCES } from './sentences.js';

const sha256: Sha256 = (utf8) => createHash('sha256').update(utf8, 'utf8').digest('hex');

/** What came of looking at one record: all that was found, and the first entry that is wrong. */
export interface FileVerdict {
  person: string;
  name: string;
  entries: number;
  /** How many anchors know this person. */
  anchors: number;
  /** Sentences; none when all is well. */
  faults: string[];
}

/**
 * Verifies a record without asking anybody: its signature, every hash, link and commitment, its end, and that the
 * anchors say the same. With a key, everything must be signed by that one.
 */
export function verifyRecord(
  { record, signature }: RecordFile,
  anchors: readonly ReadAnchor[],
  publicKey: string | null,
): FileVerdict {
  const { person, entries } = record;
  const text = `${RECORD_FORMAT}\n${canonicalise(record as unknown as JsonValue)}`;
  const faults: string[] = [];
  if (!isSigned(text, signature, publicKey ?? record.publicKey))
    faults.push('The signature of this file is not right: it was changed, or somebody else signed it.');
  const chain = entries.map((entry) => ({ ...entry, person: person.id }));
  const verdict = verifyChain(chain, sha256);
  const broken = [
    ...(verdict.ok ? [] : [{ seq: verdict.brokenAt.seq, why: faultSentence(verdict.why) }]),
    ...anchors.flatMap(({ at, chains }) => {
      const anchor = chains.get(person.id);
      const found = anchor && differsFromAnchor(entries, anchor);
      return found ? [{ seq: found.seq, why: ANCHOR_SENTENCES[found.why](at) }] : [];
    }),
  ].toSorted((a, b) => a.seq - b.seq);
  const first = broken[0];
  if (first) faults.push(`Entry ${first.seq}: ${first.why}.`);
  const known = anchors.filter(({ chains }) => chains.has(person.id)).length;
  return { person: person.id, name: person.name, entries: entries.length, anchors: known, faults };
}
