import type { Readable } from 'node:stream';
import {
  Audit,
  changeOf,
  type Ctx,
  LIST_TYPES,
  ListKinds,
  NotFound,
  Sql,
  Storage,
  Transactions,
} from '@lms/api-platform';
import type { ListFormat, ListName } from '@lms/contracts';
import { londonDate } from '@lms/domain';
import { Injectable } from '@nestjs/common';

const FILE = `
  select sha256, size::float8 as size, list, format, title, done_at as "doneAt" from list_file
  where id = $1 and person_id = $2 and state = 'ready' and ends_at > $3`;

interface Found {
  sha256: string;
  size: number;
  list: ListName;
  format: ListFormat;
  title: string;
  doneAt: Date;
}

export interface OpenFile {
  stream: Readable;
  size: number;
  type: string;
  name: string;
}

/** The file, for whoever asked for it, as long as they may still see the list. */
@Injectable()
export class OpenListFile {
  constructor(
    private readonly sql: Sql,
    private readonly kinds: ListKinds,
    private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** NotFound once its days are over, and for everybody else; Forbidden for who may not see the list any more. */
  async run(ctx: Ctx, id: string): Promise<OpenFile> {
    const found = await this.sql.row<Found>('list-file-bytes', FILE, [id, ctx.actor.personId, ctx.now]);
    if (!found) throw new NotFound('This file is not there any more. Ask for it again.');
    this.kinds.allowed(ctx.actor, found.list);
    await this.transactions.run(changeOf(ctx), (tx) =>
      this.audit.append(tx, ctx, { action: 'list.take', targetType: 'list file', targetId: id, detail: {} }),
    );
    const { sha256, size, format, title, doneAt } = found;
    return {
      ...{ stream: this.storage.open(sha256), size, type: LIST_TYPES[format] },
      name: `${title} ${londonDate(doneAt)}.${format}`,
    };
  }
}
