import { Injectable } from '@nestjs/common';
import { BoundedCache, Sql } from '@lms/api-platform';
import type { StoredFile } from './send-stored.js';

type Index = ReadonlyMap<string, StoredFile>;

/** Entries of all packages together: some tens of megabytes at most. */
const MOST_ENTRIES = 60_000;

const INDEX = `
  select path, sha256, size::float8 as size, media_type as "mediaType" from package_file where package_id = $1`;

/**
 * What is in each package that is being played. A package never changes: opening a lesson asks for dozens of its files,
 * and the database is asked once.
 */
@Injectable()
export class PackageFiles {
  private readonly indexes = new BoundedCache<Promise<Index>>(MOST_ENTRIES);

  constructor(private readonly sql: Sql) {}

  /** Names are kept in Unicode's composed form. */
  async find(packageId: string, path: string): Promise<StoredFile | undefined> {
    return (await this.index(packageId)).get(path.normalize('NFC'));
  }

  private index(packageId: string): Promise<Index> {
    const known = this.indexes.get(packageId);
    if (known) return known;
    const reading = this.read(packageId);
    this.indexes.set(packageId, reading);
    reading.then(
      (index) => this.indexes.set(packageId, reading, Math.max(1, index.size)),
      () => this.indexes.delete(packageId),
    );
    return reading;
  }

  private async read(packageId: string): Promise<Index> {
    const rows = await this.sql.rows<StoredFile & { path: string }>('package-files', INDEX, [packageId]);
    return new Map(rows.map(({ path, ...file }) => [path, file]));
  }
}
