import type { Readable } from 'node:stream';
import { Audit, changeOf, type Ctx, NotFound, Sql, Storage, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

const FILE = `
  select sha256, size::float8 as size, person_id as "personId" from data_request
  where id = $1 and asked_by = $2 and state = 'ready' and ends_at > $3`;

export interface DataFile {
  stream: Readable;
  size: number;
}

/** The file, for whoever asked for it and nobody else. */
@Injectable()
export class OpenDataFile {
  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** NotFound once its days are over, and for everybody else. */
  async run(ctx: Ctx, id: string): Promise<DataFile> {
    const found = await this.sql.row<{ sha256: string; size: number; personId: string }>('data-file', FILE, [
      ...[id, ctx.actor.personId, ctx.now],
    ]);
    if (!found) throw new NotFound('This file is not there any more. Ask for it again.');
    await this.transactions.run(changeOf(ctx), (tx) =>
      this.audit.append(tx, ctx, {
        ...{ action: 'data.take', targetType: 'person', targetId: found.personId },
        detail: { requestId: id },
      }),
    );
    return { stream: this.storage.open(found.sha256), size: found.size };
  }
}
