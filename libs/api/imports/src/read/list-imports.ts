import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { ImportItem, ImportPage, ImportQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ImportKinds } from '../kinds/import-kinds.js';
import { ITEM } from './item.sql.js';
import { SEEN, seenBy } from './seen-import.js';

/** Ids are made in order of time, so they are the order of the list. */
const LIST = `
  select ${ITEM} from import i join person p on p.id = i.created_by
  where ${SEEN} and ($4::text is null or i.kind = $4) and ($5::uuid is null or i.id < $5)
  order by i.id desc limit $6`;

@Injectable()
export class ListImports {
  constructor(
    private readonly sql: Sql,
    private readonly kinds: ImportKinds,
  ) {}

  async run(ctx: Ctx, { kind, cursor, limit }: ImportQuery): Promise<ImportPage> {
    const [after] = decodeCursor(cursor, 1);
    const values = [...seenBy(ctx, this.kinds), kind ?? null, after ?? null, limit + 1];
    return toPage(await this.sql.rows<ImportItem>('imports', LIST, values), limit, ({ id }) => [id]);
  }
}
