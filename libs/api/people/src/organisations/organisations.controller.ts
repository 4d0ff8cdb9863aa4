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
import { CreateOrganisation } from './create-organisation.js';
import { GetOrganisation } from './get-organisation.js';
import { ListOrganisations } from './list-organisations.js';
import { SaveOrganisation } from './save-organisation.js';

type ById = z.infer<typeof IdParams>;

@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly list: ListOrganisations,
    private readonly get: GetOrganisation,
    private readonly create: CreateOrganisation,
    private readonly save: SaveOrganisation,
  ) {}

  @Get()
  @Access('self')
  @Answers(OrganisationPage)
  listOrganisations(
    @Context() ctx: Ctx,
    @Query({ schema: OrganisationQuery }) query: z.infer<typeof OrganisationQuery>,
  ): Promise<OrganisationPage> {
    return this.list.run(ctx, query);
  }

  @Post()
  @Access('organisations.write')
  @Answers(Created, 201)
  createOrganisation(
    @Context() ctx: Ctx,
    @Body({ schema: SaveOrganisationRequest }) body: SaveOrganisationRequest,
  ): Promise<Created> {
    return this.create.run(ctx, body);
  }

  @Get(':id')
  @Access('self')
  @Answers(Organisation)
  async getOrganisation(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Organisation> {
    return withETag(reply, await this.get.run(ctx, id));
  }

  @Put(':id')
  @Access('organisations.write')
  @Answers(Organisation)
  async saveOrganisation(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveOrganisationRequest }) body: SaveOrganisationRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Organisation> {
    return withETag(reply, await this.save.run(ctx, id, seen, body));
  }
}
