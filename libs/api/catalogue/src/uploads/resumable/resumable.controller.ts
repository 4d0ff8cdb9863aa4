import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams } from '@lms/contracts';
import { Controller, Delete, Head, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ResumableUploads } from './resumable-uploads.js';

type WithId = z.infer<typeof IdParams>;

/**
 * Uploads that go on after a break, by the tus protocol. `Upload-Metadata` names the `kind` and the `name`, as the query
 * of an ordinary upload does. The last part of the address is the id of the upload.
 */
@Controller('uploads/resumable')
export class ResumableController {
  constructor(private readonly uploads: ResumableUploads) {}

  @Post()
  @Access('courses.write')
  @Answers('file', 201)
  begin(@Context() ctx: Ctx, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.uploads.run(ctx, request, reply);
  }

  @Head(':id')
  @Access('courses.write')
  @Answers('nothing', 200)
  place(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: WithId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.uploads.run(ctx, request, reply, id);
  }

  @Patch(':id')
  @Access('courses.write')
  @Answers('nothing')
  append(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: WithId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.uploads.run(ctx, request, reply, id);
  }

  @Delete(':id')
  @Access('courses.write')
  @Answers('nothing')
  stop(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: WithId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.uploads.run(ctx, request, reply, id);
  }
}
