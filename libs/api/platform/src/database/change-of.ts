import type { Ctx } from '../access/actor.js';
import type { Change } from './transactions.js';

export const changeOf = (ctx: Ctx): Change => ({ actorId: ctx.actor.personId, at: ctx.now });
