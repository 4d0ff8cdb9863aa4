import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

export const ANSWERS = Symbol('answers');

/** What a route answers when all is well: its contract, or `nothing`, and the status. */
export function Answers(
  contract: z.ZodType | 'nothing' | 'file',
  status = contract === 'nothing' ? 204 : 200,
): MethodDecorator {
  const response =
    contract instanceof Object ? ApiResponse({ status, standardSchema: contract }) : ApiResponse({ status });
  return applyDecorators(SetMetadata(ANSWERS, contract), HttpCode(status), response);
}
