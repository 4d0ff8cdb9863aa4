import { Access, Answers, Context, type Ctx, IfMatch } from '@lms/api-platform';
import {
  AddActivityRequest,
  AddCaptionsRequest,
  CourseVersion,
  Created,
  IdParams,
  OrderActivitiesRequest,
  ReplaceFileRequest,
  SaveActivityRequest,
} from '@lms/contracts';
import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { AddActivity } from './add-activity.js';
import { AddCaptions } from './add-captions.js';
import { OrderActivities } from './order-activities.js';
import { RemoveActivity } from './remove-activity.js';
import { ReplaceFile } from './replace-file.js';
import { SaveActivity } from './save-activity.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class ActivitiesController {
  constructor(
    private readonly addActivity: AddActivity,
    private readonly orderActivities: OrderActivities,
    private readonly saveActivity: SaveActivity,
    private readonly removeActivity: RemoveActivity,
    private readonly addCaptions: AddCaptions,
    private readonly replaceFile: ReplaceFile,
  ) {}

  @Post('course-versions/:id/activities')
  @Access('courses.write')
  @Answers(Created, 201)
  add(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: AddActivityRequest }) body: z.infer<typeof AddActivityRequest>,
  ): Promise<Created> {
    return this.addActivity.run(ctx, id, body);
  }

  @Put('course-versions/:id/order')
  @Access('courses.write')
  @Answers(CourseVersion)
  order(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: OrderActivitiesRequest }) body: z.infer<typeof OrderActivitiesRequest>,
  ): Promise<CourseVersion> {
    return this.orderActivities.run(ctx, id, seen, body.activityIds);
  }

  @Put('activities/:id')
  @Access('courses.write')
  @Answers(CourseVersion)
  save(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveActivityRequest }) body: z.infer<typeof SaveActivityRequest>,
  ): Promise<CourseVersion> {
    return this.saveActivity.run(ctx, id, seen, body);
  }

  @Put('activities/:id/file')
  @Access('courses.write')
  @Answers(CourseVersion)
  file(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: ReplaceFileRequest }) body: ReplaceFileRequest,
  ): Promise<CourseVersion> {
    return this.replaceFile.run(ctx, id, seen, body);
  }

  @Delete('activities/:id')
  @Access('courses.write')
  @Answers('nothing')
  remove(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById, @IfMatch() seen: number): Promise<void> {
    return this.removeActivity.run(ctx, id, seen);
  }

  @Post('activities/:id/captions')
  @Access('courses.write')
  @Answers(CourseVersion)
  captions(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: AddCaptionsRequest }) body: z.infer<typeof AddCaptionsRequest>,
  ): Promise<CourseVersion> {
    return this.addCaptions.run(ctx, id, body);
  }
}
