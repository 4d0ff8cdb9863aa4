import type { CommitEntry } from '@lms/contracts';
import type { FrameMessage, Leftover } from './messages.js';
import { readCalls } from './read-calls.js';
import { readContents } from './read-contents.js';
import { isRecord, isText, readEntry } from './read-entry.js';

const maxLeftoverEntries = 20_000;
const launchIdPattern = /^[0-9a-zA-Z-]{1,64}$/;

function readLeftover(value: unknown): Leftover | null {
  if (!isRecord(value) || !isText(value.launchId, 64) || !launchIdPattern.test(value.launchId)) return null;
  if (!isText(value.commitToken, 4096) || !Array.isArray(value.entries)) return null;
  const entries = value.entries
    .slice(0, maxLeftoverEntries)
    .map(readEntry)
    .filter((entry): entry is CommitEntry => entry !== null);
  return { launchId: value.launchId, commitToken: value.commitToken, entries, calls: readCalls(value.calls) };
}

/** What the content host said, or null when it is not something it may say. Hostile content can post anything here. */
export function readFrameMessage(value: unknown): FrameMessage | null {
  if (!isRecord(value)) return null;
  switch (value.type) {
    case 'ready': {
      if (value.version !== 1 || !Array.isArray(value.leftovers)) return null;
      const leftovers = value.leftovers.slice(0, 200).map(readLeftover);
      return { type: 'ready', version: 1, leftovers: leftovers.filter((one): one is Leftover => one !== null) };
    }
    case 'entry': {
      const entry = readEntry(value.entry);
      return entry && { type: 'entry', entry };
    }
    case 'location': {
      const { sco, title, location } = value;
      if (!isText(sco, 400) || !isText(title, 1000) || !isText(location, 1000)) return null;
      return { type: 'location', sco, title, location };
    }
    case 'ended':
      return isText(value.sco, 400) ? { type: 'ended', sco: value.sco } : null;
    case 'contents': {
      const contents = readContents(value.contents);
      return contents && { type: 'contents', contents };
    }
    case 'closed':
      return { type: 'closed' };
    case 'calls':
      return { type: 'calls', calls: readCalls(value.calls) };
    case 'left':
      return { type: 'left' };
    case 'failed':
      return value.reason === 'no-such-part' || value.reason === 'not-started'
        ? { type: 'failed', reason: value.reason }
        : null;
    default:
      return null;
  }
}
