import { Controller, Get, Header } from '@nestjs/common';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { MyChecks } from '@lms/contracts';
import { GetMyChecks } from './my-checks.js';

@Controller('my/checks')
export class ChecksController {
  constructor(private readonly myChecks: GetMyChecks) {}

  @Get()
  @Access('self')
  @Answers(MyChecks)
  @Header('content-type', 'application/json; charset=utf-8')
  get(@Context() ctx: Ctx): Promise<string> {
    return this.myChecks.run(ctx);
  }
}
