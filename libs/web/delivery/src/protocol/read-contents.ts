import type { Can, Contents, ContentsItem } from './messages.js';
import { isRecord, isText } from './read-entry.js';

const states = ['new', 'begun', 'done', 'failed', 'group'] as const;
const answers = ['yes', 'no', 'hidden'] as const;
const mostItems = 1200;

const oneOf = <Word extends string>(words: readonly Word[], value: unknown): Word | null =>
  words.find((word) => word === value) ?? null;

function readItem(value: unknown): ContentsItem | null {
  if (!isRecord(value)) return null;
  const { identifier, title, level, may } = value;
  const state = oneOf(states, value.state);
  if (!isText(identifier, 400) || !isText(title, 500) || typeof may !== 'boolean' || state === null) return null;
  if (typeof level !== 'number' || !Number.isInteger(level) || level < 0 || level > 50) return null;
  return { identifier, title, level, state, may };
}

/** What the content host says the table of contents is; null when it does not have that shape. */
export function readContents(value: unknown): Contents | null {
  if (!isRecord(value) || !Array.isArray(value.items) || value.items.length > mostItems) return null;
  const items = value.items.map(readItem);
  const [next, previous]: (Can | null)[] = [oneOf(answers, value.next), oneOf(answers, value.previous)];
  const { current } = value;
  if (items.includes(null) || !next || !previous) return null;
  if (current !== null && !isText(current, 400)) return null;
  return { items: items.filter((item): item is ContentsItem => item !== null), current, next, previous };
}
