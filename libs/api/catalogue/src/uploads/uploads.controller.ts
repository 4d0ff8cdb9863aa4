import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, Upload, UploadQuery } from '@lms/contracts';
import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { GetUpload } from './get-upload.js';
import { ReceiveUpload } from './receive-upload.js';

@Controller('uploads')
export class UploadsController {
  constructor(
    private readonly receive: ReceiveUpload,
    private readonly get: GetUpload,
  ) {}

  @Post()
  @Access('courses.write')
  @Answers(Upload, 201)
  receiveUpload(
    @Context() ctx: Ctx,
    @Query({ schema: UploadQuery }) query: z.infer<typeof UploadQuery>,
    @Req() request: FastifyRequest,
  ): Promise<Upload> {
    return this.receive.run(ctx, query, request.raw);
  }

  @Get(':id')
  @Access('self')
  @Answers(Upload)
  getUpload(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<Upload> {
    return this.get.run(ctx, id);
  }
}
