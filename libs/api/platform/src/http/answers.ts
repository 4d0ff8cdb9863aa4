import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

export const ANSWERS = Symbol('answers');

/** What a route answers when all is well: its contract, or one without a shape. */
export type Answer = z.ZodType | 'nothing' | 'file';

/**
 * What a route answers when all is well, and the status. The OpenAPI description is made from it when somebody asks: its
 * library is nothing that every start should wait for.
 */
export function Answers(contract: Answer, status = contract === 'nothing' ? 204 : 200): MethodDecorator {
  return applyDecorators(SetMetadata(ANSWERS, contract), HttpCode(status));
}
