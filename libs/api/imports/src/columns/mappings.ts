import { changeOf, type Ctx, NotFound, Sql, Transactions } from '@lms/api-platform';
import type { ImportKindName, ImportMapping, ImportMappings, SaveMappingRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { ImportKinds } from '../kinds/import-kinds.js';

/** Which column is which, kept under a name: everybody has their own. */
@Injectable()
export class Mappings {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly kinds: ImportKinds,
  ) {}

  async list(ctx: Ctx, kind: ImportKindName): Promise<ImportMappings> {
    const items = await this.sql.rows<ImportMapping>(
      'import-mappings',
      'select id, name, headings from import_mapping where created_by = $1 and kind = $2 order by lower(name)',
      [ctx.actor.personId, kind],
    );
    return { items };
  }

  /** The same name again replaces what it stood for. */
  async save(ctx: Ctx, { kind, name, headings }: SaveMappingRequest): Promise<void> {
    this.kinds.allowed(ctx, kind);
    await this.transactions.run(changeOf(ctx), (tx) =>
      tx.query(
        `insert into import_mapping (id, kind, name, headings, created_by, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (created_by, kind, lower(name)) do update set headings = excluded.headings, name = excluded.name`,
        [uuid(), kind, name, JSON.stringify(headings), ctx.actor.personId, ctx.now],
      ),
    );
  }

  async remove(ctx: Ctx, id: string): Promise<void> {
    const gone = await this.sql.rows(
      'import-mapping-remove',
      'delete from import_mapping where id = $1 and created_by = $2 returning id',
      [id, ctx.actor.personId],
    );
    if (gone.length === 0) throw new NotFound();
  }
}
