import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx, IfMatch } from '@lms/api-platform';
import {
  AddPhotoQuery,
  AssessmentSheet,
  BeginAssessmentRequest,
  Created,
  FindPeopleQuery,
  FoundPeople,
  IdParams,
  PhotoParams,
  PracticalChoices,
  SaveAssessmentRequest,
  SavedAssessment,
  SignAssessmentRequest,
  SignedAssessment,
  ToAssessPage,
  ToAssessQuery,
} from '@lms/contracts';
import { AddPhoto } from './add-photo.js';
import { BeginAssessment } from './begin-assessment.js';
import { DropAssessment } from './drop-assessment.js';
import { FindLearners } from './find-learners.js';
import { GetAssessment } from './get-assessment.js';
import { ListToAssess } from './list-to-assess.js';
import { GetPracticalChoices } from './practical-choices.js';
import { RemovePhoto } from './remove-photo.js';
import { SaveAssessment } from './save-assessment.js';
import { SignAssessment } from './sign-assessment.js';

type Ids = z.infer<typeof IdParams>;
type Photo = z.infer<typeof PhotoParams>;

/** For assessors. Who is one depends on the learner and the course, so the use cases ask; line managers hold no role. */
@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly listToAssess: ListToAssess,
    private readonly findLearners: FindLearners,
    private readonly practicalChoices: GetPracticalChoices,
    private readonly beginAssessment: BeginAssessment,
    private readonly getAssessment: GetAssessment,
    private readonly saveAssessment: SaveAssessment,
    private readonly dropAssessment: DropAssessment,
    private readonly addPhoto: AddPhoto,
    private readonly removePhoto: RemovePhoto,
    private readonly signAssessment: SignAssessment,
  ) {}

  @Get('waiting')
  @Access('self')
  @Answers(ToAssessPage)
  waiting(@Context() ctx: Ctx, @Query({ schema: ToAssessQuery }) query: ToAssessQuery): Promise<ToAssessPage> {
    return this.listToAssess.run(ctx, query);
  }

  @Get('people')
  @Access('self')
  @Answers(FoundPeople)
  people(@Context() ctx: Ctx, @Query({ schema: FindPeopleQuery }) { q }: FindPeopleQuery): Promise<FoundPeople> {
    return this.findLearners.run(ctx, q);
  }

  @Get('people/:id')
  @Access('self')
  @Answers(PracticalChoices)
  choices(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<PracticalChoices> {
    return this.practicalChoices.run(ctx, id);
  }

  @Post()
  @Access('self')
  @Answers(Created, 201)
  begin(@Context() ctx: Ctx, @Body({ schema: BeginAssessmentRequest }) body: BeginAssessmentRequest): Promise<Created> {
    return this.beginAssessment.run(ctx, body);
  }

  @Get(':id')
  @Access('self')
  @Answers(AssessmentSheet)
  get(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<AssessmentSheet> {
    return this.getAssessment.run(ctx, id);
  }

  @Put(':id')
  @Access('self')
  @Answers(SavedAssessment)
  save(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @IfMatch() seen: number,
    @Body({ schema: SaveAssessmentRequest }) body: SaveAssessmentRequest,
  ): Promise<SavedAssessment> {
    return this.saveAssessment.run(ctx, id, seen, body);
  }

  @Delete(':id')
  @Access('self')
  @Answers('nothing')
  drop(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<void> {
    return this.dropAssessment.run(ctx, id);
  }

  @Put(':id/photos/:photoId')
  @Access('self')
  @Answers('nothing')
  photo(
    @Context() ctx: Ctx,
    @Param({ schema: PhotoParams }) { id, photoId }: Photo,
    @Query({ schema: AddPhotoQuery }) { itemId }: z.infer<typeof AddPhotoQuery>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.addPhoto.run(ctx, { id, photoId, itemId }, request.raw);
  }

  @Delete(':id/photos/:photoId')
  @Access('self')
  @Answers('nothing')
  dropPhoto(@Context() ctx: Ctx, @Param({ schema: PhotoParams }) { id, photoId }: Photo): Promise<void> {
    return this.removePhoto.run(ctx, id, photoId);
  }

  @Post(':id/sign')
  @Access('self')
  @Answers(SignedAssessment)
  sign(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: SignAssessmentRequest }) body: SignAssessmentRequest,
  ): Promise<SignedAssessment> {
    return this.signAssessment.run(ctx, id, body);
  }
}
