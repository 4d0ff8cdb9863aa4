import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { Created, Engagement, IdParams, SaveEngagementRequest } from '@lms/contracts';
import { Body, Controller, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { SaveEngagement } from './save-engagement.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class EngagementsController {
  constructor(private readonly engagements: SaveEngagement) {}

  @Post('people/:id/engagements')
  @Access('people.write')
  @Answers(Created, 201)
  add(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: SaveEngagementRequest }) body: SaveEngagementRequest,
  ): Promise<Created> {
    return this.engagements.add(ctx, id, body);
  }

  @Put('engagements/:id')
  @Access('people.write')
  @Answers(Engagement)
  async change(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveEngagementRequest }) body: SaveEngagementRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Engagement> {
    return withETag(reply, await this.engagements.save(ctx, id, seen, body));
  }
}
