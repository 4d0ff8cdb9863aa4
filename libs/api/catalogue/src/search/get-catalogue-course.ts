import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { CATALOGUE_COURSE } from './catalogue-course.sql.js';

/** One course of the catalogue; NotFound for what the person may not see, and for what is not published. */
@Injectable()
export class GetCatalogueCourse {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, courseId: string): Promise<string> {
    const values = [ctx.actor.personId, ctx.today, courseId];
    const row = await this.sql.row<{ answer: string }>('catalogue-course', CATALOGUE_COURSE, values);
    if (!row) throw new NotFound();
    return row.answer;
  }
}
