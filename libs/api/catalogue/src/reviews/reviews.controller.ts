import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { Reviews } from '@lms/contracts';
import { Controller, Get } from '@nestjs/common';
import { ListReviews } from './list-reviews.js';

@Controller('reviews')
export class ReviewsController {
  constructor(private readonly list: ListReviews) {}

  @Get()
  @Access('courses.read')
  @Answers(Reviews)
  listReviews(@Context() ctx: Ctx): Promise<Reviews> {
    return this.list.run(ctx);
  }
}
