import { createHash } from 'node:crypto';
import type { Ctx, Tx } from '@lms/api-platform';
import type { InvitePeopleRequest, InvitePreview, NotInvited } from '@lms/contracts';
import { HOW_THEY_GET_IN } from './invited.sql.js';

interface Row {
  personId: string;
  name: string;
  organisationName: string | null;
  address: string | null;
  hasPassword: boolean;
  isAsked: boolean;
}

/** Who would be mailed, who needs a card, and who is let in already; from what stands now. */
export async function planInvites(tx: Tx, ctx: Ctx, { personIds, again }: InvitePeopleRequest): Promise<InvitePreview> {
  const ids = [...new Set(personIds)];
  const rows: Row[] = await tx.query(HOW_THEY_GET_IN, [ids, ctx.actor.personId, ctx.today, ctx.now]);
  const everywhere = ctx.actor.permissions.has('people.write');
  const plan: Omit<InvitePreview, 'facts'> = { mails: [], cards: [], leftOut: [], unknown: ids.length - rows.length };
  for (const row of rows) {
    const { personId, name, organisationName, address } = row;
    const reason = whyNot(row, again);
    if (reason || !organisationName) plan.leftOut.push({ personId, name, reason: reason ?? 'not-yours' });
    else if (address) plan.mails.push({ personId, name, organisationName, address: everywhere ? address : null });
    else plan.cards.push({ personId, name, organisationName });
  }
  return { facts: createHash('sha256').update(JSON.stringify(plan)).digest('base64url'), ...plan };
}

function whyNot({ organisationName, hasPassword, isAsked }: Row, again: boolean): NotInvited | null {
  if (!organisationName) return 'not-yours';
  if (hasPassword) return 'has-account';
  return isAsked && !again ? 'invited-already' : null;
}
