import { Body, Controller, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  AcceptEvidenceRequest,
  Created,
  EvidenceChecked,
  EvidenceChoices,
  EvidenceFileQuery,
  EvidencePage,
  EvidenceQuery,
  EvidenceSheet,
  EvidenceStatus,
  EvidenceStatusParams,
  FindPeopleQuery,
  FoundPeople,
  IdParams,
  ReturnEvidenceRequest,
  StoredEvidenceFile,
  SubmitEvidenceRequest,
} from '@lms/contracts';
import { AcceptEvidence } from './accept-evidence.js';
import { EvidencePeople } from './evidence-people.js';
import { GetEvidenceStatus } from './evidence-status.js';
import { GetEvidence } from './get-evidence.js';
import { KeepEvidenceFile } from './keep-evidence-file.js';
import { ListEvidence } from './list-evidence.js';
import { ReturnEvidence } from './return-evidence.js';
import { SubmitEvidence } from './submit-evidence.js';

type Ids = z.infer<typeof IdParams>;

@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly listEvidence: ListEvidence,
    private readonly people: EvidencePeople,
    private readonly evidenceStatus: GetEvidenceStatus,
    private readonly keepFile: KeepEvidenceFile,
    private readonly submitEvidence: SubmitEvidence,
    private readonly getEvidence: GetEvidence,
    private readonly acceptEvidence: AcceptEvidence,
    private readonly returnEvidence: ReturnEvidence,
  ) {}

  @Get()
  @Access('self')
  @Answers(EvidencePage)
  list(@Context() ctx: Ctx, @Query({ schema: EvidenceQuery }) query: EvidenceQuery): Promise<EvidencePage> {
    return this.listEvidence.run(ctx, query);
  }

  @Post()
  @Access('self')
  @Answers(Created, 201)
  submit(@Context() ctx: Ctx, @Body({ schema: SubmitEvidenceRequest }) body: SubmitEvidenceRequest): Promise<Created> {
    return this.submitEvidence.run(ctx, body);
  }

  @Get('people')
  @Access('self')
  @Answers(FoundPeople)
  find(@Context() ctx: Ctx, @Query({ schema: FindPeopleQuery }) { q }: FindPeopleQuery): Promise<FoundPeople> {
    return this.people.find(ctx, q);
  }

  @Get('people/:id')
  @Access('self')
  @Answers(EvidenceChoices)
  choices(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<EvidenceChoices> {
    return this.people.choices(ctx, id);
  }

  @Get('people/:personId/activities/:activityId')
  @Access('self')
  @Answers(EvidenceStatus)
  status(
    @Context() ctx: Ctx,
    @Param({ schema: EvidenceStatusParams }) { personId, activityId }: z.infer<typeof EvidenceStatusParams>,
  ): Promise<EvidenceStatus> {
    return this.evidenceStatus.run(ctx, personId, activityId);
  }

  @Put('files/:id')
  @Access('self')
  @Answers(StoredEvidenceFile)
  file(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Query({ schema: EvidenceFileQuery }) { name }: EvidenceFileQuery,
    @Req() request: FastifyRequest,
  ): Promise<StoredEvidenceFile> {
    return this.keepFile.run(ctx, id, name, request.raw);
  }

  @Get(':id')
  @Access('self')
  @Answers(EvidenceSheet)
  get(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<EvidenceSheet> {
    return this.getEvidence.run(ctx, id);
  }

  @Post(':id/accept')
  @Access('record.write')
  @Answers(EvidenceChecked)
  accept(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: AcceptEvidenceRequest }) body: AcceptEvidenceRequest,
  ): Promise<EvidenceChecked> {
    return this.acceptEvidence.run(ctx, id, body);
  }

  @Post(':id/return')
  @Access('record.write')
  @Answers(EvidenceChecked)
  giveBack(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: ReturnEvidenceRequest }) body: ReturnEvidenceRequest,
  ): Promise<EvidenceChecked> {
    return this.returnEvidence.run(ctx, id, body);
  }
}
