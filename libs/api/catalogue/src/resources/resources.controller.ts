import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  AddCaptionsRequest,
  AddedResource,
  AddResourceRequest,
  IdParams,
  ReplacedResource,
  ReplacePlan,
  ReplaceResourceRequest,
  Resource,
  ResourcePage,
  ResourceQuery,
  SaveResourceRequest,
  SpreadResourceRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { AddResource } from './add-resource.js';
import { AddResourceCaptions } from './add-resource-captions.js';
import { ReplaceResource } from './replace-resource.js';
import { Resources } from './resources.js';
import { SaveResource } from './save-resource.js';
import { SpreadResource } from './spread-resource.js';

type ById = z.infer<typeof IdParams>;

/** The library of files that courses share. */
@Controller('resources')
export class ResourcesController {
  constructor(
    private readonly resources: Resources,
    private readonly addResource: AddResource,
    private readonly addCaptions: AddResourceCaptions,
    private readonly saveResource: SaveResource,
    private readonly replaceResource: ReplaceResource,
    private readonly spreadResource: SpreadResource,
  ) {}

  @Get()
  @Access('courses.read')
  @Answers(ResourcePage)
  list(@Query({ schema: ResourceQuery }) query: ResourceQuery): Promise<ResourcePage> {
    return this.resources.list(query);
  }

  @Post()
  @Access('courses.write')
  @Answers(AddedResource, 201)
  add(
    @Context() ctx: Ctx,
    @Body({ schema: AddResourceRequest }) body: z.infer<typeof AddResourceRequest>,
  ): Promise<AddedResource> {
    return this.addResource.run(ctx, body);
  }

  @Get(':id')
  @Access('courses.read')
  @Answers(Resource)
  async one(
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    return withETag(reply, await this.resources.one(id));
  }

  @Put(':id')
  @Access('courses.write')
  @Answers(Resource)
  async save(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveResourceRequest }) body: z.infer<typeof SaveResourceRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    return withETag(reply, await this.saveResource.run(ctx, id, seen, body));
  }

  @Post(':id/captions')
  @Access('courses.write')
  @Answers(Resource)
  captions(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: AddCaptionsRequest }) body: z.infer<typeof AddCaptionsRequest>,
  ): Promise<Resource> {
    return this.addCaptions.run(ctx, id, body);
  }

  /** What a new file would do to the courses that use it. */
  @Get(':id/replace')
  @Access('courses.write')
  @Answers(ReplacePlan)
  plan(@Param({ schema: IdParams }) { id }: ById): Promise<ReplacePlan> {
    return this.spreadResource.plan(id);
  }

  @Post(':id/replace')
  @Access('courses.write')
  @Answers(ReplacedResource)
  replace(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: ReplaceResourceRequest }) body: z.infer<typeof ReplaceResourceRequest>,
  ): Promise<ReplacedResource> {
    return this.replaceResource.run(ctx, id, seen, body);
  }

  /** Goes on with the courses that a replacement could not reach at the time. */
  @Post(':id/spread')
  @Access('courses.write')
  @Answers(ReplacedResource)
  async spread(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: SpreadResourceRequest }) body: z.infer<typeof SpreadResourceRequest>,
  ): Promise<ReplacedResource> {
    const courses = await this.spreadResource.run(ctx, id, body.then);
    return { resource: await this.resources.one(id), courses };
  }
}
