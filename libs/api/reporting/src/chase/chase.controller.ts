import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { Chased, ChasePeople as ChaseRequest } from '@lms/contracts';
import { Body, Controller, Post } from '@nestjs/common';
import { ChasePeople } from './chase-people.js';

@Controller('matrix/chase')
export class ChaseController {
  constructor(private readonly chase: ChasePeople) {}

  @Post()
  @Access('assignments.write')
  @Answers(Chased)
  remind(@Context() ctx: Ctx, @Body({ schema: ChaseRequest }) body: ChaseRequest): Promise<Chased> {
    return this.chase.run(ctx, body);
  }
}
