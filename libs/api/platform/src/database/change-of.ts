import type { Ctx } from '../access/actor.js';
import { readOnly } from '../access/read-only.js';
import type { Change } from './transactions.js';

/** Throws 403 for whoever looks through somebody's eyes: what is only read as a request may write all the same. */
export const changeOf = ({ actor, now }: Ctx): Change => {
  if (actor.impersonation) throw readOnly();
  return { actorId: actor.personId, at: now };
};
