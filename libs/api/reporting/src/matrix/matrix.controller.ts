import { Access, Answers, Context, type Ctx, listFile } from '@lms/api-platform';
import { MatrixChoices, MatrixFilter, MatrixPage, MatrixQuery, MatrixTotals } from '@lms/contracts';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { GetMatrix } from './get-matrix.js';
import { MatrixList } from './matrix-list.js';

const JSON_TYPE = 'application/json; charset=utf-8';

@Controller('matrix')
export class MatrixController {
  constructor(
    private readonly matrix: GetMatrix,
    private readonly list: MatrixList,
  ) {}

  @Get()
  @Access('record.read')
  @Answers(MatrixPage)
  @Header('content-type', JSON_TYPE)
  page(@Context() ctx: Ctx, @Query({ schema: MatrixQuery }) query: MatrixQuery): Promise<string> {
    return this.matrix.page(ctx, query);
  }

  @Get('totals')
  @Access('record.read')
  @Answers(MatrixTotals)
  @Header('content-type', JSON_TYPE)
  totals(@Context() ctx: Ctx, @Query({ schema: MatrixFilter }) filter: MatrixFilter): Promise<string> {
    return this.matrix.totals(ctx, filter);
  }

  @Get('people.csv')
  @Access('record.read')
  @Answers('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="matrix.csv"')
  async file(@Context() ctx: Ctx, @Query({ schema: MatrixFilter }) filter: MatrixFilter): Promise<StreamableFile> {
    const { bytes, type } = listFile(await this.list.of(ctx, filter), 'csv', ctx.now);
    return new StreamableFile(bytes, { type });
  }

  @Get('choices')
  @Access('record.read')
  @Answers(MatrixChoices)
  @Header('content-type', JSON_TYPE)
  choices(@Context() ctx: Ctx): Promise<string> {
    return this.matrix.choices(ctx);
  }
}
