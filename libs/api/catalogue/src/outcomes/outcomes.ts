import { assertUnchanged, Audit, changeOf, type Ctx, Invalid, Sql, Transactions, type Tx } from '@lms/api-platform';
import type { OutcomeItem, Outcomes as List, SaveOutcomes } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

/** The list grows older by one with every change of one of its lines. */
const LIST = `
  select coalesce(sum(o.version), 0)::int as version, coalesce(json_agg(json_build_object('id', o.id, 'name', o.name,
    'retired', o.retired_at is not null, 'courses', (select count(*) from course c where c.outcome = o.name))
    order by o.position), '[]') as items
  from outcome o`;

type Wanted = SaveOutcomes['items'][number];

/** The outcomes that courses can serve. They are renamed, ordered and retired, and never deleted. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<List> {
    return (await this.sql.row<List>('outcomes', LIST)) ?? { version: 0, items: [] };
  }

  /** Invalid where a name comes twice or an outcome that there is was left out. Courses follow a new name. */
  async save(ctx: Ctx, seen: number, { items }: SaveOutcomes): Promise<List> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('outcomes', 57))`);
      const [stored]: List[] = await tx.query(LIST);
      assertUnchanged(seen, stored?.version ?? 0);
      const before = stored?.items ?? [];
      assertWhole(items, before);
      const placed = items.map((item, n) => ({ ...item, position: n + 1 }));
      // A name that was given up can be taken by another one at once.
      for (const item of placed) if (item.id !== null) await change(tx, ctx, item, item.id);
      for (const item of placed) if (item.id === null) await add(tx, ctx, item);
      await this.audit.append(tx, ctx, {
        action: 'outcomes.save',
        targetType: 'outcome',
        detail: { before: before.map(linesOf), after: items.map(linesOf) },
      });
    });
    return this.list();
  }
}

const linesOf = ({ name, retired }: Pick<OutcomeItem, 'name' | 'retired'>): string =>
  retired ? `${name} (retired)` : name;

function assertWhole(items: readonly Wanted[], before: readonly OutcomeItem[]): void {
  const names = items.map(({ name }) => name.toLowerCase());
  const twice = items.flatMap((_, n) =>
    names.indexOf(names[n] ?? '') === n
      ? []
      : [{ path: `items.${n}.name`, message: 'Another outcome has this name already.' }],
  );
  if (twice.length > 0) throw new Invalid(twice);
  const known = items.flatMap(({ id }) => id ?? []);
  const same = known.length === before.length && before.every(({ id }) => known.includes(id));
  if (!same) throw new Invalid([], 'Outcomes are retired, not deleted: courses of old are found by them.');
}

type Placed = Wanted & { position: number };

async function add(tx: Tx, ctx: Ctx, { name, retired, position }: Placed): Promise<void> {
  await tx.query('insert into outcome (id, name, position, retired_at, created_at) values ($1, $2, $3, $4, $5)', [
    uuid(),
    name,
    position,
    retired ? ctx.now : null,
    ctx.now,
  ]);
}

/** Writes what is different and nothing else. */
async function change(tx: Tx, ctx: Ctx, { name, retired, position }: Placed, id: string): Promise<void> {
  await tx.query(
    `update outcome set name = $2, position = $3, retired_at = case when $4 then coalesce(retired_at, $5) end,
       version = version + 1
     where id = $1 and (name, position, retired_at is not null) is distinct from ($2, $3, $4::boolean)`,
    [id, name, position, retired, ctx.now],
  );
}

/** Invalid unless the outcome is on the list, and not retired; what the course has already it may keep. */
export async function assertOutcome(tx: Tx, outcome: string | null, has: string | null): Promise<void> {
  if (outcome === null || outcome === has) return;
  const [found]: { retired: boolean }[] = await tx.query(
    'select retired_at is not null as retired from outcome where name = $1 for key share',
    [outcome],
  );
  if (found && !found.retired) return;
  const message = found
    ? 'This outcome was retired. Choose another one.'
    : 'This outcome is not on the list. The People Team can add it in the settings.';
  throw new Invalid([{ path: 'outcome', message }]);
}
