import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { RequestWithCtx } from './access.guard.js';
import type { Ctx } from './actor.js';

/** The request's context; only on routes that need a permission. */
export const Context = createParamDecorator((_: unknown, context: ExecutionContext): Ctx => {
  const { ctx } = context.switchToHttp().getRequest<RequestWithCtx>();
  if (!ctx) throw new Error('This route has no context: it is public');
  return ctx;
});
