import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  AddPersonRequest,
  Created,
  History,
  IdParams,
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
import { ListPeople } from './list-people.js';
import { SavePerson } from './save-person.js';

type ById = z.infer<typeof IdParams>;

/** Reading needs no more than being signed in: scope decides who comes back. */
@Controller('people')
export class PeopleController {
  constructor(
    private readonly listPeople: ListPeople,
    private readonly getPerson: GetPerson,
    private readonly addPerson: AddPerson,
    private readonly savePerson: SavePerson,
    private readonly getHistory: GetHistory,
  ) {}

  @Get()
  @Access('self')
  @Answers(PersonPage)
  list(@Context() ctx: Ctx, @Query({ schema: PersonQuery }) query: PersonQuery): Promise<PersonPage> {
    return this.listPeople.run(ctx, query);
  }

  @Post()
  @Access('people.write')
  @Answers(Created, 201)
  add(@Context() ctx: Ctx, @Body({ schema: AddPersonRequest }) body: AddPersonRequest): Promise<Created> {
    return this.addPerson.run(ctx, body);
  }

  @Get(':id')
  @Access('self')
  @Answers(Person)
  async one(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Person> {
    return withETag(reply, await this.getPerson.run(ctx, id));
  }

  @Put(':id')
  @Access('people.write')
  @Answers(Person)
  async change(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SavePersonRequest }) body: SavePersonRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Person> {
    return withETag(reply, await this.savePerson.run(ctx, id, seen, body));
  }

  @Get(':id/history')
  @Access('people.read')
  @Answers(History)
  history(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<History> {
    return this.getHistory.run(ctx, id);
  }
}
