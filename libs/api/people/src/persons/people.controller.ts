import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  AddPersonRequest,
  Created,
  History,
  IdParams,
  JobRoleQuery,
  JobRoles,
  Person,
  PersonPage,
  PersonQuery,
  SavePersonRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { GetHistory } from '../history/get-history.js';
import { AddPerson } from './add-person.js';
import { GetPerson } from './get-person.js';
import { ListJobRoles } from './list-job-roles.js';
import { ListPeople } from './list-people.js';
import { SavePerson } from './save-person.js';

type ById = z.infer<typeof IdParams>;

/** Reading asks for no more than being signed in: whom somebody sees is the scope's answer, and may be only themselves. */
@Controller('people')
export class PeopleController {
  constructor(
    private readonly list: ListPeople,
    private readonly roles: ListJobRoles,
    private readonly get: GetPerson,
    private readonly add: AddPerson,
    private readonly save: SavePerson,
    private readonly history: GetHistory,
  ) {}

  @Get()
  @Access('self')
  @Answers(PersonPage)
  listPeople(@Context() ctx: Ctx, @Query({ schema: PersonQuery }) query: PersonQuery): Promise<PersonPage> {
    return this.list.run(ctx, query);
  }

  @Get('job-roles')
  @Access('self')
  @Answers(JobRoles)
  listJobRoles(@Context() ctx: Ctx, @Query({ schema: JobRoleQuery }) query: JobRoleQuery): Promise<JobRoles> {
    return this.roles.run(ctx, query);
  }

  @Post()
  @Access('people.write')
  @Answers(Created, 201)
  addPerson(@Context() ctx: Ctx, @Body({ schema: AddPersonRequest }) body: AddPersonRequest): Promise<Created> {
    return this.add.run(ctx, body);
  }

  @Get(':id')
  @Access('self')
  @Answers(Person)
  async getPerson(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Person> {
    return withETag(reply, await this.get.run(ctx, id));
  }

  @Put(':id')
  @Access('people.write')
  @Answers(Person)
  async savePerson(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SavePersonRequest }) body: SavePersonRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Person> {
    return withETag(reply, await this.save.run(ctx, id, seen, body));
  }

  @Get(':id/history')
  @Access('self')
  @Answers(History)
  getPersonHistory(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<History> {
    return this.history.run(ctx, id);
  }
}
