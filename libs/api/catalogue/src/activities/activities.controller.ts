import { Access, Answers, Context, type Ctx, IfMatch } from '@lms/api-platform';
import {
  AddActivityRequest,
  AddCaptionsRequest,
  CaptionsParams,
  CourseVersion,
  Created,
  IdParams,
  OrderActivitiesRequest,
  ReplaceFileRequest,
  SaveActivityRequest,
  SavePosterRequest,
} from '@lms/contracts';
import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { AddActivity } from './add-activity.js';
import { AddCaptions } from './add-captions.js';
import { OrderActivities } from './order-activities.js';
import { RemoveActivity } from './remove-activity.js';
import { ReplaceFile } from './replace-file.js';
import { RemoveCaptions } from './remove-captions.js';
import { SaveActivity } from './save-activity.js';
import { SavePoster } from './save-poster.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class ActivitiesController {
  constructor(
    private readonly addActivity: AddActivity,
    private readonly orderActivities: OrderActivities,
    private readonly saveActivity: SaveActivity,
    private readonly removeActivity: RemoveActivity,
    private readonly addCaptions: AddCaptions,
    private readonly removeCaptions: RemoveCaptions,
    private readonly savePoster: SavePoster,
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

  @Put('activities/:id/poster')
  @Access('courses.write')
  @Answers(CourseVersion)
  poster(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SavePosterRequest }) body: SavePosterRequest,
  ): Promise<CourseVersion> {
    return this.savePoster.run(ctx, id, seen, body);
  }

  @Delete('activities/:id/captions/:language')
  @Access('courses.write')
  @Answers(CourseVersion)
  uncaption(
    @Context() ctx: Ctx,
    @Param({ schema: CaptionsParams }) { id, language }: z.infer<typeof CaptionsParams>,
    @IfMatch() seen: number,
  ): Promise<CourseVersion> {
    return this.removeCaptions.run(ctx, id, seen, language);
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
