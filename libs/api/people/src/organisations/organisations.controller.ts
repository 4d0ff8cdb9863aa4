import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  Created,
  IdParams,
  Organisation,
  OrganisationPage,
  OrganisationQuery,
  SaveOrganisationRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ListOrganisations } from './list-organisations.js';
import { SaveOrganisation } from './save-organisation.js';

type ById = z.infer<typeof IdParams>;

@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: ListOrganisations,
    private readonly save: SaveOrganisation,
  ) {}

  @Get()
  @Access('self')
  @Answers(OrganisationPage)
  list(
    @Context() ctx: Ctx,
    @Query({ schema: OrganisationQuery }) query: z.infer<typeof OrganisationQuery>,
  ): Promise<OrganisationPage> {
    return this.organisations.page(ctx, query);
  }

  @Post()
  @Access('organisations.write')
  @Answers(Created, 201)
  add(@Context() ctx: Ctx, @Body({ schema: SaveOrganisationRequest }) body: SaveOrganisationRequest): Promise<Created> {
    return this.save.add(ctx, body);
  }

  @Get(':id')
  @Access('self')
  @Answers(Organisation)
  async one(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Organisation> {
    return withETag(reply, await this.organisations.one(ctx, id));
  }

  @Put(':id')
  @Access('organisations.write')
  @Answers(Organisation)
  async change(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveOrganisationRequest }) body: SaveOrganisationRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Organisation> {
    return withETag(reply, await this.save.save(ctx, id, seen, body));
  }
}
