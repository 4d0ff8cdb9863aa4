import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { Created, EndGrantRequest, GrantRoleRequest, IdParams } from '@lms/contracts';
import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { GrantRole } from './grant-role.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class GrantsController {
  constructor(private readonly grants: GrantRole) {}

  @Post('people/:id/grants')
  @Access('grants.write')
  @Answers(Created, 201)
  give(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: GrantRoleRequest }) body: GrantRoleRequest,
  ): Promise<Created> {
    return this.grants.give(ctx, id, body);
  }

  @Post('grants/:id/end')
  @Access('grants.write')
  @Answers('nothing')
  end(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: EndGrantRequest }) body: z.infer<typeof EndGrantRequest>,
  ): Promise<void> {
    return this.grants.end(ctx, id, body.endsOn);
  }
}
