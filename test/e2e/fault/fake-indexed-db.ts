type Key = (string | number)[];
type Row = Record<string, unknown>;

const compare = (a: Key, b: Key): number => {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const [left, right] = [a[at] ?? '', b[at] ?? ''];
    if (left === right) continue;
    // Numbers come before texts (Indexed Database API 3.0, section 2.4).
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
};
const keyOf = (row: Row, path: readonly string[]): Key => path.map((name) => row[name] as string | number);

/** What survives when a tab is closed or crashes: whole transactions or nothing of them. */
export class Disk {
  readonly stores = new Map<string, { path: string[]; indexes: Map<string, string[]>; rows: Map<string, Row> }>();
  made = false;
}

class FakeKeyRange {
  constructor(
    readonly lower: Key,
    readonly upper: Key,
  ) {}
  static bound(lower: Key, upper: Key): FakeKeyRange {
    return new FakeKeyRange(lower, upper);
  }
  holds(key: Key): boolean {
    return compare(key, this.lower) >= 0 && compare(key, this.upper) <= 0;
  }
}

class FakeRequest<Result = unknown> extends EventTarget {
  result!: Result;
  error: DOMException | null = null;
  transaction: FakeTransaction | null = null;
}

class FakeTransaction extends EventTarget {
  readonly objectStoreNames: string[];
  error: DOMException | null = null;
  readonly #writes: (() => void)[] = [];
  #open = 0;

  constructor(
    readonly db: FakeDatabase,
    names: string | string[],
  ) {
    super();
    this.objectStoreNames = [names].flat();
  }

  objectStore(name: string): FakeObjectStore {
    return new FakeObjectStore(this, name);
  }

  write(change: () => void): void {
    this.#writes.push(change);
  }

  /** Works the answer out later, as a disk does; a tab that is gone is answered nothing. */
  ask<Result>(work: () => Result): FakeRequest<Result> {
    const request = new FakeRequest<Result>();
    this.repeat(request, work);
    return request;
  }

  repeat<Result>(request: FakeRequest<Result>, work: () => Result): void {
    this.#open += 1;
    setImmediate(() => {
      if (this.db.gone) return;
      request.result = work();
      request.dispatchEvent(new Event('success'));
      // Whoever heard it may ask more before the transaction is complete.
      setImmediate(() => this.#settle());
    });
  }

  #settle(): void {
    this.#open -= 1;
    if (this.#open > 0 || this.db.gone) return;
    for (const change of this.#writes.splice(0)) change();
    this.dispatchEvent(new Event('complete'));
  }
}

class FakeCursor {
  constructor(
    readonly request: FakeRequest<FakeCursor | null>,
    private readonly found: { key: Key; primaryKey: Key }[],
    private readonly transaction: FakeTransaction,
  ) {}
  get key(): Key | undefined {
    return this.found[0]?.key;
  }
  get primaryKey(): Key | undefined {
    return this.found[0]?.primaryKey;
  }
  advance(): void {
    this.continue();
  }
  continuePrimaryKey(): void {
    this.continue();
  }
  continue(): void {
    this.found.shift();
    this.transaction.repeat(this.request, () => (this.found.length > 0 ? this : null));
  }
}

class FakeIndex {
  constructor(
    private readonly store: FakeObjectStore,
    private readonly path: string[],
  ) {}
  openKeyCursor(range?: FakeKeyRange): FakeRequest<FakeCursor | null> {
    return this.store.cursor((row) => keyOf(row, this.path), range);
  }
}

class FakeObjectStore {
  constructor(
    private readonly transaction: FakeTransaction,
    private readonly name: string,
  ) {}
  get #store() {
    const store = this.transaction.db.disk.stores.get(this.name);
    if (!store) throw new DOMException(this.name, 'NotFoundError');
    return store;
  }
  createIndex(name: string, path: string[]): void {
    this.#store.indexes.set(name, path);
  }
  index(name: string): FakeIndex {
    return new FakeIndex(this, this.#store.indexes.get(name) ?? []);
  }
  getKey(key: Key): FakeRequest<Key | undefined> {
    return this.transaction.ask(() => (this.#store.rows.has(JSON.stringify(key)) ? key : undefined));
  }
  put(row: Row): FakeRequest<Key> {
    const copy = structuredClone(row);
    const key = keyOf(copy, this.#store.path);
    this.transaction.write(() => this.#store.rows.set(JSON.stringify(key), copy));
    return this.transaction.ask(() => key);
  }
  delete(key: Key): FakeRequest<undefined> {
    this.transaction.write(() => this.#store.rows.delete(JSON.stringify(key)));
    return this.transaction.ask(() => undefined);
  }
  getAll(range: FakeKeyRange, limit = Infinity): FakeRequest<Row[]> {
    return this.transaction.ask(() => {
      const rows = this.#sorted((row) => keyOf(row, this.#store.path), range).map(({ row }) => structuredClone(row));
      return rows.slice(0, limit);
    });
  }
  openKeyCursor(range?: FakeKeyRange): FakeRequest<FakeCursor | null> {
    return this.cursor((row) => keyOf(row, this.#store.path), range);
  }
  cursor(by: (row: Row) => Key, range?: FakeKeyRange): FakeRequest<FakeCursor | null> {
    const request: FakeRequest<FakeCursor | null> = new FakeRequest();
    this.transaction.repeat(request, () => {
      const path = this.#store.path;
      const found = this.#sorted(by, range).map(({ key, row }) => ({ key, primaryKey: keyOf(row, path) }));
      return found.length > 0 ? new FakeCursor(request, found, this.transaction) : null;
    });
    return request;
  }
  #sorted(by: (row: Row) => Key, range?: FakeKeyRange): { key: Key; row: Row }[] {
    const all = [...this.#store.rows.values()].map((row) => ({ key: by(row), row }));
    const inside = range ? all.filter(({ key }) => range.holds(key)) : all;
    return inside.sort((a, b) => compare(a.key, b.key));
  }
}

class FakeDatabase extends EventTarget {
  gone = false;
  constructor(readonly disk: Disk) {
    super();
  }
  createObjectStore(name: string, { keyPath }: { keyPath: string[] }): FakeObjectStore {
    this.disk.stores.set(name, { path: keyPath, indexes: new Map(), rows: new Map() });
    return new FakeObjectStore(new FakeTransaction(this, name), name);
  }
  transaction(names: string | string[]): FakeTransaction {
    return new FakeTransaction(this, names);
  }
  getAll(name: string, range: FakeKeyRange, limit?: number): FakeRequest<Row[]> {
    return this.transaction(name).objectStore(name).getAll(range, limit);
  }
  close(): void {
    this.gone = true;
  }
}

const disks = new Map<string, Disk>();
const connections = new Map<string, Set<FakeDatabase>>();

/** Gives the database of this name a disk; several tabs of one device share it. */
export function insertDisk(name: string, disk: Disk): void {
  disks.set(name, disk);
}

/** Everything that the tabs of this device had under way stops where it is. */
export function pullPlug(name: string): void {
  for (const database of connections.get(name) ?? []) database.close();
  connections.delete(name);
}

/** Puts the fakes where browser code looks for them. Only what the commit queue uses is there. */
export function installFakeIndexedDb(): void {
  const open = (name: string): FakeRequest<FakeDatabase> => {
    const request = new FakeRequest<FakeDatabase>();
    const disk = disks.get(name) ?? new Disk();
    const database = new FakeDatabase(disk);
    connections.set(name, (connections.get(name) ?? new Set()).add(database));
    setImmediate(() => {
      request.result = database;
      if (!disk.made) {
        disk.made = true;
        request.transaction = new FakeTransaction(database, []);
        request.dispatchEvent(new Event('upgradeneeded'));
      }
      setImmediate(() => request.dispatchEvent(new Event('success')));
    });
    return request;
  };
  Object.assign(globalThis, {
    indexedDB: { open },
    IDBKeyRange: FakeKeyRange,
    IDBRequest: FakeRequest,
    IDBTransaction: FakeTransaction,
    IDBCursor: FakeCursor,
    IDBIndex: FakeIndex,
    IDBObjectStore: FakeObjectStore,
    IDBDatabase: FakeDatabase,
  });
}
