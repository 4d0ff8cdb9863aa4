import type { CommitEntry, RuntimeCall } from '@lms/contracts';
import type { Leftover } from '@lms/web-delivery';
import { isRecord } from './organization/is-record.js';

const prefix = 'waymark.entry.';
const callsPrefix = 'waymark.calls.';
/** The room is for what must not be lost; of the log the last few calls will do. */
const mostCalls = 100;

interface Row {
  commitToken: string;
  entry: CommitEntry;
}

/**
 * What the app has not confirmed yet, written synchronously to this host's own storage: the only place that can still be
 * reached while a page unloads. One row an entry, so that writing costs what the entry weighs and not what waits.
 */
export class Journal {
  constructor(private readonly storage: Storage) {}

  /** False when the storage is full or shut; the port is then the only way. */
  write(launchId: string, commitToken: string, entry: CommitEntry): boolean {
    const row: Row = { commitToken, entry };
    try {
      this.storage.setItem(this.#key(launchId, entry.seq), JSON.stringify(row));
      return true;
    } catch {
      return false;
    }
  }

  drop(launchId: string, seqs: Iterable<number>): void {
    try {
      for (const seq of seqs) this.storage.removeItem(this.#key(launchId, seq));
    } catch {
      // A row too many is sent again and recognised by its number.
    }
  }

  /** The end of a visit's log, which nobody has been told of. */
  keepCalls(launchId: string, commitToken: string, calls: RuntimeCall[]): void {
    if (calls.length === 0) return;
    try {
      this.storage.setItem(callsPrefix + launchId, JSON.stringify({ commitToken, calls: calls.slice(-mostCalls) }));
    } catch {
      // Nothing of the learner's is lost.
    }
  }

  dropCalls(launchIds: string[]): void {
    for (const launchId of launchIds) this.storage.removeItem(callsPrefix + launchId);
  }

  /** Everything that earlier visits left, by launch, each in order. Rows that cannot be read are removed. */
  leftovers(): Leftover[] {
    const launches = new Map<string, Leftover>();
    for (const key of this.#keys(callsPrefix)) {
      const kept = this.#readCalls(key);
      if (kept)
        launches.set(key.slice(callsPrefix.length), { launchId: key.slice(callsPrefix.length), ...kept, entries: [] });
      else this.storage.removeItem(key);
    }
    for (const key of this.#keys(prefix)) {
      const [launchId = '', seq = ''] = key.slice(prefix.length).split('.');
      const row = this.#read(key);
      if (row === null || row.entry.seq !== Number(seq)) {
        this.storage.removeItem(key);
        continue;
      }
      const launch = launches.get(launchId) ?? { launchId, commitToken: row.commitToken, entries: [], calls: [] };
      launch.entries.push(row.entry);
      launches.set(launchId, launch);
    }
    for (const { entries } of launches.values()) entries.sort((a, b) => a.seq - b.seq);
    return [...launches.values()];
  }

  #keys(start: string): string[] {
    try {
      return Object.keys(this.storage).filter((key) => key.startsWith(start));
    } catch {
      return [];
    }
  }

  #key(launchId: string, seq: number): string {
    return `${prefix}${launchId}.${seq}`;
  }

  #readCalls(key: string): Pick<Leftover, 'commitToken' | 'calls'> | null {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(key) ?? 'null');
      if (!isRecord(kept) || typeof kept.commitToken !== 'string' || !Array.isArray(kept.calls)) return null;
      // The app reads each call before it believes it.
      return { commitToken: kept.commitToken, calls: kept.calls as RuntimeCall[] };
    } catch {
      return null;
    }
  }

  #read(key: string): Row | null {
    try {
      const row: unknown = JSON.parse(this.storage.getItem(key) ?? 'null');
      return isRow(row) ? row : null;
    } catch {
      return null;
    }
  }
}

function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null || !('entry' in value) || !('commitToken' in value)) return false;
  const { entry, commitToken } = value;
  return typeof commitToken === 'string' && typeof entry === 'object' && entry !== null && 'seq' in entry;
}
