import {
  assertUnchanged,
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  Invalid,
  NotFound,
  Transactions,
  type Tx,
  violates,
} from '@lms/api-platform';
import type { Audience, Created, SaveAudienceRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { idsIn, PredicateNames } from './predicate-names.js';
import { ReadAudiences } from './read-audiences.js';

/** Saved audiences. A rule takes a copy, so what is saved here changes no rule. */
@Injectable()
export class WriteAudiences {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly names: PredicateNames,
    private readonly audiences: ReadAudiences,
  ) {}

  async create(ctx: Ctx, request: SaveAudienceRequest): Promise<Created> {
    const id = uuid();
    await this.write(ctx, async (tx) => {
      await this.assertKnown(tx, request);
      await tx.query(`insert into audience (id, name, predicate, owner_id, created_at) values ($1, $2, $3, $4, $5)`, [
        id,
        request.name,
        JSON.stringify(request.predicate),
        ctx.actor.personId,
        ctx.now,
      ]);
      await this.audit.append(tx, ctx, { action: 'audience.add', targetType: 'audience', targetId: id });
    });
    return { id };
  }

  async save(ctx: Ctx, id: string, seen: number, request: SaveAudienceRequest): Promise<Audience> {
    await this.write(ctx, async (tx) => {
      assertUnchanged(seen, await lock(tx, id));
      await this.assertKnown(tx, request);
      await tx.query('update audience set name = $2, predicate = $3, version = version + 1 where id = $1', [
        id,
        request.name,
        JSON.stringify(request.predicate),
      ]);
      await this.audit.append(tx, ctx, { action: 'audience.save', targetType: 'audience', targetId: id });
    });
    return this.audiences.one(id);
  }

  async remove(ctx: Ctx, id: string, seen: number): Promise<void> {
    await this.write(ctx, async (tx) => {
      assertUnchanged(seen, await lock(tx, id));
      await assertUnused(tx, id);
      await tx.query('delete from audience where id = $1', [id]);
      await this.audit.append(tx, ctx, { action: 'audience.remove', targetType: 'audience', targetId: id });
    });
  }

  private async assertKnown(tx: Tx, { predicate }: SaveAudienceRequest): Promise<void> {
    const unknown = await this.names.unknown(tx, idsIn(predicate));
    if (unknown.length > 0) {
      throw new Invalid([{ path: 'predicate', message: 'Something that this asks about is no longer there.' }]);
    }
  }

  private async write(ctx: Ctx, work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.transactions.run(changeOf(ctx), work).catch((error: unknown) => {
      throw violates(error, 'audience_name_key')
        ? new Conflict('name-taken', 'There is an audience of this name already.')
        : error;
    });
  }
}

/** A rule has a copy of it, but says by its name whom it is for. */
async function assertUnused(tx: Tx, id: string): Promise<void> {
  const rules: { name: string }[] = await tx.query(
    `select distinct u.name from rule_version v join assignment_rule u on u.id = v.rule_id
     where v.audience_id = $1 and v.state <> 'ended' and v.superseded_by is null order by u.name`,
    [id],
  );
  if (rules.length === 0) return;
  const names = rules.map(({ name }) => `“${name}”`).join(', ');
  throw new Conflict('in-use', `It is used by ${names}, so it stays.`);
}

async function lock(tx: Tx, id: string): Promise<number> {
  const rows: { version: number }[] = await tx.query('select version from audience where id = $1 for update', [id]);
  if (!rows[0]) throw new NotFound();
  return rows[0].version;
}
