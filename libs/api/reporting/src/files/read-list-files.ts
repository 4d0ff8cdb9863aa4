import { type Ctx, decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { ListFileItem, ListFilePage, ListFileQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { LIST_FILES } from './list-file.sql.js';

/** $1 whose, $2 the last of the page before, $3 rows. Numbers are made in order of time. */
const PAGE = `${LIST_FILES} where f.person_id = $1 and ($2::uuid is null or f.id < $2) order by f.id desc limit $3`;
const ONE = `${LIST_FILES} where f.person_id = $1 and f.id = $2`;

/** The reader's own files, newest first. */
@Injectable()
export class ReadListFiles {
  constructor(private readonly sql: Sql) {}

  async page({ actor }: Ctx, { cursor, limit }: z.infer<typeof ListFileQuery>): Promise<ListFilePage> {
    const [after] = decodeCursor(cursor, 1);
    const rows = await this.sql.rows<ListFileItem>('list-files', PAGE, [actor.personId, after ?? null, limit + 1]);
    return toPage(rows, limit, ({ id }) => [id]);
  }

  /** NotFound for everybody else's. */
  async one({ actor }: Ctx, id: string): Promise<ListFileItem> {
    const found = await this.sql.row<ListFileItem>('list-file', ONE, [actor.personId, id]);
    if (!found) throw new NotFound();
    return found;
  }
}
