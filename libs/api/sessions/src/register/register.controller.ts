import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  AddedWalkIn,
  CheckedIn,
  CheckInCode,
  CheckInRequest,
  ClosedRegister,
  IdParams,
  MarkAttendanceRequest,
  RegisterEntryParams,
  SessionRegister,
  SignPresenceRequest,
  WalkInRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { CheckIn } from './check-in.js';
import { CloseRegister } from './close-register.js';
import { GetCheckInCode } from './get-check-in-code.js';
import { GetRegister } from './get-register.js';
import { KeepRegister } from './keep-register.js';

type ById = z.infer<typeof IdParams>;
type ByEntry = z.infer<typeof RegisterEntryParams>;

@Controller('sessions/:id')
export class RegisterController {
  constructor(
    private readonly getRegister: GetRegister,
    private readonly getCode: GetCheckInCode,
    private readonly checkIn: CheckIn,
    private readonly register: KeepRegister,
    private readonly closeRegister: CloseRegister,
  ) {}

  @Get('register')
  @Access('record.write')
  @Answers(SessionRegister)
  get(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<SessionRegister> {
    return this.getRegister.run(ctx, id);
  }

  @Get('check-in-code')
  @Access('record.write')
  @Answers(CheckInCode)
  code(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<CheckInCode> {
    return this.getCode.run(ctx, id);
  }

  @Post('check-in')
  @Access('self')
  @Answers(CheckedIn)
  signIn(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: CheckInRequest }) body: CheckInRequest,
  ): Promise<CheckedIn> {
    return this.checkIn.run(ctx, id, body);
  }

  @Put('register/:bookingId')
  @Access('record.write')
  @Answers('nothing')
  mark(
    @Context() ctx: Ctx,
    @Param({ schema: RegisterEntryParams }) { id, bookingId }: ByEntry,
    @Body({ schema: MarkAttendanceRequest }) body: MarkAttendanceRequest,
  ): Promise<void> {
    return this.register.mark(ctx, id, bookingId, body);
  }

  @Post('register/:bookingId/signature')
  @Access('record.write')
  @Answers('nothing')
  sign(
    @Context() ctx: Ctx,
    @Param({ schema: RegisterEntryParams }) { id, bookingId }: ByEntry,
    @Body({ schema: SignPresenceRequest }) body: SignPresenceRequest,
  ): Promise<void> {
    return this.register.signed(ctx, id, bookingId, body);
  }

  @Post('walk-ins')
  @Access('record.write')
  @Answers(AddedWalkIn)
  walkIn(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: WalkInRequest }) body: WalkInRequest,
  ): Promise<AddedWalkIn> {
    return this.register.walkIn(ctx, id, body);
  }

  @Post('close')
  @Access('record.write')
  @Answers(ClosedRegister)
  close(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<ClosedRegister> {
    return this.closeRegister.run(ctx, id);
  }
}
