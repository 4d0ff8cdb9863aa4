import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { Course, CoursePage, CourseQuery, Created, IdParams, SaveCourseRequest } from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { StartVersion } from '../course-versions/start-version.js';
import { CreateCourse } from './create-course.js';
import { GetCourse } from './get-course.js';
import { ListCourses } from './list-courses.js';
import { SaveCourse } from './save-course.js';

type ById = z.infer<typeof IdParams>;

@Controller('courses')
export class CoursesController {
  constructor(
    private readonly list: ListCourses,
    private readonly get: GetCourse,
    private readonly create: CreateCourse,
    private readonly save: SaveCourse,
    private readonly startVersion: StartVersion,
  ) {}

  @Get()
  @Access('courses.read')
  @Answers(CoursePage)
  listCourses(@Query({ schema: CourseQuery }) query: z.infer<typeof CourseQuery>): Promise<CoursePage> {
    return this.list.run(query);
  }

  @Post()
  @Access('courses.write')
  @Answers(Created, 201)
  createCourse(@Context() ctx: Ctx, @Body({ schema: SaveCourseRequest }) body: SaveCourseRequest): Promise<Created> {
    return this.create.run(ctx, body);
  }

  @Get(':id')
  @Access('courses.read')
  @Answers(Course)
  async getCourse(
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Course> {
    return withETag(reply, await this.get.run(id));
  }

  @Put(':id')
  @Access('courses.write')
  @Answers(Course)
  async saveCourse(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveCourseRequest }) body: SaveCourseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Course> {
    return withETag(reply, await this.save.run(ctx, id, seen, body));
  }

  @Post(':id/versions')
  @Access('courses.write')
  @Answers(Created, 201)
  startCourseVersion(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<Created> {
    return this.startVersion.run(ctx, id);
  }
}
