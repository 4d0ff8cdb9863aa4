import { Controller, Get } from '@nestjs/common';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { LibraryContent } from '@lms/contracts';
import { GetLibraryContent } from './library-content.js';

@Controller('library-content')
export class LibraryController {
  constructor(private readonly libraryContent: GetLibraryContent) {}

  @Get()
  @Access('courses.read')
  @Answers(LibraryContent)
  content(@Context() ctx: Ctx): LibraryContent {
    return this.libraryContent.run(ctx);
  }
}
