import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { CatalogueCourse, CataloguePage, CatalogueQuery, IdParams } from '@lms/contracts';
import { Controller, Delete, Get, Header, Param, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { GetCatalogueCourse } from './get-catalogue-course.js';
import { RemoveBookmark } from './remove-bookmark.js';
import { SaveBookmark } from './save-bookmark.js';
import { SearchCatalogue } from './search-catalogue.js';

type ById = z.infer<typeof IdParams>;
const JSON_TYPE = 'application/json; charset=utf-8';

/** The catalogue as learners see it: everybody, and each only what they may see. */
@Controller('catalogue')
export class BrowseController {
  constructor(
    private readonly search: SearchCatalogue,
    private readonly get: GetCatalogueCourse,
    private readonly save: SaveBookmark,
    private readonly remove: RemoveBookmark,
  ) {}

  @Get()
  @Access('self')
  @Answers(CataloguePage)
  @Header('content-type', JSON_TYPE)
  searchCatalogue(@Context() ctx: Ctx, @Query({ schema: CatalogueQuery }) query: CatalogueQuery): Promise<string> {
    return this.search.run(ctx, query);
  }

  @Get(':id')
  @Access('self')
  @Answers(CatalogueCourse)
  @Header('content-type', JSON_TYPE)
  catalogueCourse(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<string> {
    return this.get.run(ctx, id);
  }

  @Put(':id/bookmark')
  @Access('self')
  @Answers('nothing')
  saveBookmark(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.save.run(ctx, id);
  }

  @Delete(':id/bookmark')
  @Access('self')
  @Answers('nothing')
  removeBookmark(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.remove.run(ctx, id);
  }
}
