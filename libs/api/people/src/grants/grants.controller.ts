import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  Created,
  EndGrantRequest,
  GrantPage,
  GrantQuery,
  GrantRoleRequest,
  IdParams,
  RenewGrantsRequest,
  type ReviewedGrants,
  WithdrawGrantsRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { EndGrant } from './end-grant.js';
import { GrantRole } from './grant-role.js';
import { ListGrants } from './list-grants.js';
import { RenewGrants } from './renew-grants.js';
import { WithdrawGrants } from './withdraw-grants.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class GrantsController {
  constructor(
    private readonly grant: GrantRole,
    private readonly end: EndGrant,
    private readonly list: ListGrants,
    private readonly renew: RenewGrants,
    private readonly withdraw: WithdrawGrants,
  ) {}

  @Get('grants')
  @Access('grants.read')
  @Answers(GrantPage)
  grants(@Context() ctx: Ctx, @Query({ schema: GrantQuery }) query: GrantQuery): Promise<GrantPage> {
    return this.list.run(ctx, query);
  }

  @Post('grants/renew')
  @Access('grants.write')
  @Answers('nothing')
  renewGrants(@Context() ctx: Ctx, @Body({ schema: RenewGrantsRequest }) body: ReviewedGrants): Promise<void> {
    return this.renew.run(ctx, body);
  }

  @Post('grants/withdraw')
  @Access('grants.write')
  @Answers('nothing')
  withdrawGrants(@Context() ctx: Ctx, @Body({ schema: WithdrawGrantsRequest }) body: ReviewedGrants): Promise<void> {
    return this.withdraw.run(ctx, body);
  }

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
