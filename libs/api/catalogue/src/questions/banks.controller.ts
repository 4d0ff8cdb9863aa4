import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { BankQuery, Created, IdParams, QuestionBank, QuestionBankPage, SaveBankRequest } from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CreateBank } from './create-bank.js';
import { GetBank } from './get-bank.js';
import { ListBanks } from './list-banks.js';
import { SaveBank } from './save-bank.js';

type ById = z.infer<typeof IdParams>;

@Controller('question-banks')
export class BanksController {
  constructor(
    private readonly list: ListBanks,
    private readonly create: CreateBank,
    private readonly get: GetBank,
    private readonly save: SaveBank,
  ) {}

  @Get()
  @Access('courses.read')
  @Answers(QuestionBankPage)
  listBanks(@Query({ schema: BankQuery }) query: z.infer<typeof BankQuery>): Promise<QuestionBankPage> {
    return this.list.run(query);
  }

  @Post()
  @Access('courses.write')
  @Answers(Created, 201)
  createBank(@Context() ctx: Ctx, @Body({ schema: SaveBankRequest }) body: SaveBankRequest): Promise<Created> {
    return this.create.run(ctx, body);
  }

  @Get(':id')
  @Access('courses.read')
  @Answers(QuestionBank)
  async getBank(
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuestionBank> {
    return withETag(reply, await this.get.run(id));
  }

  @Put(':id')
  @Access('courses.write')
  @Answers(QuestionBank)
  async saveBank(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveBankRequest }) body: SaveBankRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuestionBank> {
    return withETag(reply, await this.save.run(ctx, id, seen, body));
  }
}
