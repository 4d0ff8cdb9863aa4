import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { Created, EndGrantRequest, GrantRoleRequest, IdParams } from '@lms/contracts';
import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { EndGrant } from './end-grant.js';
import { GrantRole } from './grant-role.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class GrantsController {
  constructor(
    private readonly grant: GrantRole,
    private readonly end: EndGrant,
  ) {}

  @Post('people/:id/grants')
  @Access('grants.write')
  @Answers(Created, 201)
  grantRole(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: GrantRoleRequest }) body: GrantRoleRequest,
  ): Promise<Created> {
    return this.grant.run(ctx, id, body);
  }

  @Post('grants/:id/end')
  @Access('grants.write')
  @Answers('nothing')
  endGrant(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: EndGrantRequest }) body: z.infer<typeof EndGrantRequest>,
  ): Promise<void> {
    return this.end.run(ctx, id, body);
  }
}
