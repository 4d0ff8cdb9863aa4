import { Access, Answers, Context, type Ctx, IfMatch } from '@lms/api-platform';
import {
  AskExemptionRequest,
  Created,
  DecisionRequest,
  ExtendRequest,
  IdParams,
  LeavePreview,
  PersonAssignments,
  SaveLeaveRequest,
} from '@lms/contracts';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { AskExemption } from '../exemptions/ask-exemption.js';
import { DecideExemption } from '../exemptions/decide-exemption.js';
import { EndExemption } from '../exemptions/end-exemption.js';
import { ExtendDue } from '../extensions/extend-due.js';
import { LeaveOfAbsence } from '../leave/leave.js';
import { PreviewLeave } from '../leave/preview-leave.js';
import { GetPersonAssignments } from './get-person-assignments.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class PersonAssignmentsController {
  constructor(
    private readonly ofPerson: GetPersonAssignments,
    private readonly extending: ExtendDue,
    private readonly asking: AskExemption,
    private readonly deciding: DecideExemption,
    private readonly ending: EndExemption,
    private readonly leaves: LeaveOfAbsence,
    private readonly leavePreviews: PreviewLeave,
  ) {}

  @Get('people/:id/assignments')
  @Access('record.read')
  @Answers(PersonAssignments)
  @Header('content-type', 'application/json; charset=utf-8')
  assignments(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<string> {
    return this.ofPerson.run(ctx, id);
  }

  @Post('assignments/:id/extension')
  @Access('assignments.write')
  @Answers('nothing')
  extend(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: ExtendRequest }) body: ExtendRequest,
  ): Promise<void> {
    return this.extending.run(ctx, id, body);
  }

  @Post('people/:id/exemptions')
  @Access('assignments.write')
  @Answers(Created, 201)
  askExemption(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: AskExemptionRequest }) body: AskExemptionRequest,
  ): Promise<Created> {
    return this.asking.run(ctx, id, body);
  }

  @Post('exemptions/:id/decision')
  @Access('assignments.write')
  @Answers('nothing')
  decideExemption(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: DecisionRequest }) body: DecisionRequest,
  ): Promise<void> {
    return this.deciding.run(ctx, id, body);
  }

  @Post('exemptions/:id/end')
  @Access('assignments.write')
  @Answers('nothing')
  endExemption(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.ending.run(ctx, id);
  }

  @Post('engagements/:id/leaves')
  @Access('assignments.write')
  @Answers(Created, 201)
  addLeave(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: SaveLeaveRequest }) body: SaveLeaveRequest,
  ): Promise<Created> {
    return this.leaves.add(ctx, id, body);
  }

  @Post('engagements/:id/leaves/preview')
  @HttpCode(200)
  @Access('assignments.write')
  @Answers(LeavePreview)
  previewLeave(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: SaveLeaveRequest }) body: SaveLeaveRequest,
  ): Promise<LeavePreview> {
    return this.leavePreviews.ofNew(ctx, id, body);
  }

  @Post('leaves/:id/preview')
  @HttpCode(200)
  @Access('assignments.write')
  @Answers(LeavePreview)
  previewLeaveChange(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: SaveLeaveRequest }) body: SaveLeaveRequest,
  ): Promise<LeavePreview> {
    return this.leavePreviews.ofChange(ctx, id, body);
  }

  @Put('leaves/:id')
  @Access('assignments.write')
  @Answers('nothing')
  saveLeave(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveLeaveRequest }) body: SaveLeaveRequest,
  ): Promise<void> {
    return this.leaves.save(ctx, id, seen, body);
  }

  @Delete('leaves/:id')
  @Access('assignments.write')
  @Answers('nothing')
  withdrawLeave(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.leaves.withdraw(ctx, id);
  }
}
