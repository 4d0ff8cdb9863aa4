import { Conflict, type Ctx, type Tx } from '@lms/api-platform';
import type { LocalDate, Role } from '@lms/domain';
import { In } from 'typeorm';
import { ROLE_WORDS } from '../shared/words.js';
import { carriesOn } from './grant-rules.js';
import { RoleGrantEntity } from './role-grant.entity.js';

const KEYS: readonly Role[] = ['people-team', 'administrator'];

/** Nobody locks themselves out: whoever gives up the keys leaves it to somebody else to take them. */
export async function keepOwnLast(
  tx: Tx,
  ctx: Ctx,
  ending: readonly { id: string; personId: string; role: Role }[],
  endsOn: LocalDate,
): Promise<void> {
  const own = ending.filter(({ personId, role }) => personId === ctx.actor.personId && KEYS.includes(role));
  if (own.length === 0) return;
  const held = await tx.findBy(RoleGrantEntity, {
    personId: ctx.actor.personId,
    role: In(own.map(({ role }) => role)),
  });
  const staying = held.filter(
    (other) => ending.every(({ id }) => id !== other.id) && carriesOn(other, endsOn, ctx.today),
  );
  const last = own.find(({ role }) => staying.every((other) => other.role !== role));
  if (!last) return;
  throw new Conflict(
    'own-last-role',
    `This is your own last ${ROLE_WORDS[last.role]} role, so you cannot end it. Ask a colleague to do it.`,
  );
}
