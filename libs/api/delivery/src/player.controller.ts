import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  AcknowledgeRequest,
  CommitResult,
  CourseOutline,
  IdParams,
  Launch,
  OpenedActivity,
  RecordInPersonRequest,
  RecordInPersonResult,
} from '@lms/contracts';
import { RecordInPerson } from './in-person/record-in-person.js';
import { Acknowledge } from './player/acknowledge.js';
import { GetCourseOutline } from './player/course-outline.js';
import { OpenActivity } from './player/open-activity.js';
import { StartLaunch } from './player/start-launch.js';

type Ids = z.infer<typeof IdParams>;

@Controller()
export class PlayerController {
  constructor(
    private readonly courseOutline: GetCourseOutline,
    private readonly openActivity: OpenActivity,
    private readonly startLaunch: StartLaunch,
    private readonly acknowledge: Acknowledge,
    private readonly recordInPerson: RecordInPerson,
  ) {}

  @Get('my/courses/:id')
  @Access('self')
  @Answers(CourseOutline)
  outline(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<CourseOutline> {
    return this.courseOutline.run(ctx, id);
  }

  @Post('my/activities/:id/open')
  @Access('self')
  @Answers(OpenedActivity)
  open(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<OpenedActivity> {
    return this.openActivity.run(ctx, id);
  }

  @Post('my/attempts/:id/launches')
  @Access('self')
  @Answers(Launch, 201)
  launch(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<Launch> {
    return this.startLaunch.run(ctx, id);
  }

  @Post('my/attempts/:id/acknowledge')
  @Access('self')
  @Answers(CommitResult)
  acknowledgeDocument(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: AcknowledgeRequest }) body: AcknowledgeRequest,
  ): Promise<CommitResult> {
    return this.acknowledge.run(ctx, id, body);
  }

  @Post('activities/:id/in-person')
  @Access('record.write')
  @Answers(RecordInPersonResult)
  inPerson(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: RecordInPersonRequest }) body: RecordInPersonRequest,
  ): Promise<z.infer<typeof RecordInPersonResult>> {
    return this.recordInPerson.run(ctx, id, body);
  }
}
