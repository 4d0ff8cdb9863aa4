import type { Ctx } from '@lms/api-platform';

/** Under which wrong codes of a person are counted, whatever session types them. */
export const factorLimit = (ctx: Ctx): string => `second factor ${ctx.actor.personId}`;
