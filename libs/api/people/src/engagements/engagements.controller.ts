import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { Created, Engagement, IdParams, SaveEngagementRequest } from '@lms/contracts';
import { Body, Controller, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { AddEngagement } from './add-engagement.js';
import { SaveEngagement } from './save-engagement.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class EngagementsController {
  constructor(
    private readonly add: AddEngagement,
    private readonly save: SaveEngagement,
  ) {}

  @Post('people/:id/engagements')
  @Access('people.write')
  @Answers(Created, 201)
  addEngagement(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: SaveEngagementRequest }) body: SaveEngagementRequest,
  ): Promise<Created> {
    return this.add.run(ctx, id, body);
  }

  @Put('engagements/:id')
  @Access('people.write')
  @Answers(Engagement)
  async saveEngagement(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveEngagementRequest }) body: SaveEngagementRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Engagement> {
    return withETag(reply, await this.save.run(ctx, id, seen, body));
  }
}
