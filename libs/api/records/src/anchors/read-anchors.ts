import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { NotFound, Sql, Storage } from '@lms/api-platform';
import type { AnchorList } from '@lms/contracts';

/** For whoever looks after all records: the files tell of everybody, though by nothing but numbers. */
@Injectable()
export class ReadAnchors {
  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
  ) {}

  async list(): Promise<AnchorList> {
    const items = await this.sql.rows<AnchorList['items'][number]>(
      'anchors',
      `select day::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, people, entries, sha256,
         size::float8 as size, public_key as "publicKey"
       from ledger_anchor order by day desc limit 400`,
    );
    return { items };
  }

  async open(day: string): Promise<{ stream: Readable; size: number }> {
    const row = await this.sql.row<{ sha256: string; size: number }>(
      'anchor-file',
      'select sha256, size::float8 as size from ledger_anchor where day = $1',
      [day],
    );
    if (!row) throw new NotFound();
    return { stream: this.storage.open(row.sha256), size: row.size };
  }
}
