import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { CommitEntry } from '@lms/contracts';

export interface QueuedEntry {
  launchId: string;
  seq: number;
  personId: string;
  commitToken: string;
  entry: CommitEntry;
  /** Bytes of the entry as it is sent. */
  bytes: number;
}

/** Why an entry will not be sent again. */
export type AsideReason = 'commit-differs' | 'launch-ended' | 'refused';

export interface AsideEntry extends QueuedEntry {
  reason: AsideReason;
  asideAt: string;
}

interface QueueSchema extends DBSchema {
  entries: { key: [string, number]; value: QueuedEntry; indexes: { person: [string, number] } };
  aside: { key: [string, number]; value: AsideEntry; indexes: { person: [string, number] } };
}
export type QueueDatabase = IDBPDatabase<QueueSchema>;

export function openQueueDatabase(name: string, onLost: () => void): Promise<QueueDatabase> {
  return openDB<QueueSchema>(name, 1, {
    upgrade(database) {
      for (const store of ['entries', 'aside'] as const) {
        // The bytes stand in the index so that counting never reads the entries themselves.
        const created = database.createObjectStore(store, { keyPath: ['launchId', 'seq'] });
        created.createIndex('person', ['personId', 'bytes']);
      }
    },
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}

const ofPerson = (personId: string): IDBKeyRange => IDBKeyRange.bound([personId], [personId, Infinity]);

const range = (launchId: string, from = 0): IDBKeyRange => IDBKeyRange.bound([launchId, from], [launchId, Infinity]);

/**
 * Resolves once the browser says that the rows are on the disk. A row that is already there stays as it is: a number
 * always means the same entry, and nobody may rewrite what waits.
 */
export async function keepEntries(database: QueueDatabase, rows: QueuedEntry[]): Promise<void> {
  const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
  const known = await Promise.all(rows.map((row) => transaction.store.getKey([row.launchId, row.seq])));
  await Promise.all(rows.map((row, at) => (known[at] === undefined ? transaction.store.put(row) : undefined)));
  await transaction.done;
}

/** The first entries of a launch in their order, at most `limit`. */
export function firstEntries(database: QueueDatabase, launchId: string, limit: number): Promise<QueuedEntry[]> {
  return database.getAll('entries', range(launchId), limit);
}

export async function dropEntries(database: QueueDatabase, launchId: string, seqs: Iterable<number>): Promise<void> {
  const transaction = database.transaction('entries', 'readwrite');
  await Promise.all([...seqs].map((seq) => transaction.store.delete([launchId, seq])));
  await transaction.done;
}

/** Moves entries to where they are kept but no longer sent. */
export async function putAside(
  database: QueueDatabase,
  rows: QueuedEntry[],
  reason: AsideReason,
  asideAt: string,
): Promise<void> {
  const transaction = database.transaction(['entries', 'aside'], 'readwrite', { durability: 'strict' });
  const [entries, aside] = [transaction.objectStore('entries'), transaction.objectStore('aside')];
  await Promise.all(
    rows.flatMap((row) => [aside.put({ ...row, reason, asideAt }), entries.delete([row.launchId, row.seq])]),
  );
  await transaction.done;
}

export function allOfLaunch(database: QueueDatabase, launchId: string): Promise<QueuedEntry[]> {
  return database.getAll('entries', range(launchId));
}

/** The launches that have something waiting, of one person or of everybody who used this browser. */
export async function waitingLaunches(database: QueueDatabase, personId?: string): Promise<string[]> {
  const launches = new Set<string>();
  const store = database.transaction('entries').store;
  let cursor =
    personId === undefined
      ? await store.openKeyCursor()
      : await store.index('person').openKeyCursor(ofPerson(personId));
  while (cursor) {
    launches.add(cursor.primaryKey[0]);
    cursor = await cursor.continue();
  }
  return [...launches];
}

export async function waitingOf(
  database: QueueDatabase,
  personId: string,
): Promise<{ waiting: number; bytes: number }> {
  const total = { waiting: 0, bytes: 0 };
  let cursor = await database.transaction('entries').store.index('person').openKeyCursor(ofPerson(personId));
  while (cursor) {
    total.waiting += 1;
    total.bytes += cursor.key[1];
    cursor = await cursor.continue();
  }
  return total;
}
