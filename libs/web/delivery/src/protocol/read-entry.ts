import type { CommitEntry } from '@lms/contracts';

const maxElements = 20_000;
const maxCharacters = 400_000;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length <= max;
}

function readSet(value: unknown): Record<string, string> | null {
  if (!isRecord(value)) return null;
  const pairs = Object.entries(value);
  if (pairs.length > maxElements) return null;
  let characters = 0;
  const set: Record<string, string> = {};
  for (const [element, text] of pairs) {
    if (element.length > 255 || !isText(text, 70_000)) return null;
    characters += element.length + text.length;
    set[element] = text;
  }
  return characters > maxCharacters ? null : set;
}

/**
 * A clean copy of a SCORM entry, or null when it breaks the contract's limits. Copied field by field, because one
 * unknown field would make the server refuse the whole batch it travels in; in the order in which the frame writes them, so
 * that the bytes are the same over every way an entry travels.
 */
export function readEntry(value: unknown): CommitEntry | null {
  if (!isRecord(value)) return null;
  const { seq, sco, at, set, ended } = value;
  if (typeof seq !== 'number' || !Number.isInteger(seq) || seq < 1 || seq > 1_000_000) return null;
  if (!isText(sco, 400) || !isText(at, 40) || Number.isNaN(Date.parse(at))) return null;
  const entry: CommitEntry = { seq, sco, at };
  if (set !== undefined) {
    const elements = readSet(set);
    if (elements === null) return null;
    entry.set = elements;
  }
  if (ended === true) entry.ended = true;
  return entry;
}
