import { Injectable } from '@nestjs/common';
import { Audit, changeOf, Configuration, Conflict, type Ctx, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { IssueCardsRequest, SignInCards } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { Passwords } from '../passwords/passwords.js';
import { EndSessions } from '../sessions/end-sessions.js';
import { CardPeople, type CardRow } from './card-people.js';
import { drawPin } from './draw-pin.js';
import { nameHolders } from './name-holders.js';

const DAY_MS = 86_400_000;

/**
 * Draws a PIN for each of some people and ends whatever let them in before: passwords, links, sessions. The answer is the
 * only place where the PINs ever stand.
 */
@Injectable()
export class IssueCards {
  constructor(
    private readonly people: CardPeople,
    private readonly passwords: Passwords,
    private readonly endSessions: EndSessions,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly configuration: Configuration,
  ) {}

  async run(ctx: Ctx, request: IssueCardsRequest): Promise<SignInCards> {
    const ids = [...new Set(request.people.map(({ personId }) => personId))];
    const rows = await this.people.these(ctx, ids);
    refuse(ctx, ids, rows);
    const pins = new Map(rows.map(({ personId }) => [personId, drawPin()]));
    // Hashing takes its time on purpose; no transaction waits for it.
    const hashes = await Promise.all(rows.map(({ personId }) => this.passwords.hash(pins.get(personId) ?? '')));
    const expiresAt = new Date(ctx.now.getTime() + request.days * DAY_MS);
    const chosen = new Map(request.people.flatMap((p) => (p.signInName ? [[p.personId, p.signInName] as const] : [])));
    const named = await this.transactions.run(changeOf(ctx), async (tx) => {
      const holders = await nameHolders(tx, rows, chosen, ctx.now);
      await putPins(tx, rows, { hashes, at: ctx.now, until: expiresAt });
      await putCards(tx, ctx, rows, expiresAt);
      await this.endSessions.ofMany(tx, ids, 'card-made');
      await this.audit.append(tx, ctx, {
        action: 'sign-in-card.make',
        ...(ids.length === 1 ? { targetType: 'person', targetId: ids[0] } : {}),
        detail: { personIds: ids, days: request.days },
      });
      return holders;
    });
    return {
      address: `${this.configuration.origin}/sign-in`,
      cards: named.map(({ personId, name, organisationName, signInName }) => ({
        ...{ personId, name, organisationName, signInName },
        pin: pins.get(personId) ?? '',
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }
}

function refuse(ctx: Ctx, ids: readonly string[], rows: readonly CardRow[]): void {
  if (rows.length < ids.length)
    throw new NotFound(
      'Somebody of these is not among your people without an e-mail address. Nothing was made. Load the list again.',
    );
  const more = rows.find((row) => row.holdsMore || row.personId === ctx.actor.personId);
  if (more)
    throw new Conflict(
      'holds-more',
      `${more.name} holds a role that you do not, so somebody else has to make this card. Nothing was made.`,
    );
}

/** Of entries that were merged only the one with the name keeps a password. */
async function putPins(
  tx: Tx,
  rows: readonly CardRow[],
  { hashes, at, until }: { hashes: readonly string[]; at: Date; until: Date },
): Promise<void> {
  const holders = rows.map((row) => row.holderId);
  await tx.query(
    `delete from password w using unnest($1::uuid[], $2::uuid[]) k(person_id, holder_id)
     where w.person_id = any (persons_as(k.person_id)) and w.person_id <> k.holder_id`,
    [rows.map((row) => row.personId), holders],
  );
  await tx.query(
    `insert into password (person_id, hash, changed_at, must_change, pin_until)
     select k.holder_id, k.hash, $3, true, $4 from unnest($1::uuid[], $2::text[]) k(holder_id, hash)
     on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at,
       must_change = excluded.must_change, pin_until = excluded.pin_until, demo = false`,
    [holders, hashes, at, until],
  );
  await tx.query('update one_time_link set used_at = $2 where person_id = any ($1) and used_at is null', [holders, at]);
}

async function putCards(tx: Tx, ctx: Ctx, rows: readonly CardRow[], expiresAt: Date): Promise<void> {
  await tx.query(
    `insert into sign_in_card (id, person_id, issued_by, issued_at, expires_at, kind)
     select k.id, k.person_id, $4, $5, $6, k.kind from unnest($1::uuid[], $2::uuid[], $3::text[]) k(id, person_id, kind)`,
    [
      rows.map(() => uuid()),
      rows.map((row) => row.personId),
      rows.map((row) => (row.state === 'none' ? 'first' : 'reset')),
      ...[ctx.actor.personId, ctx.now, expiresAt],
    ],
  );
}
