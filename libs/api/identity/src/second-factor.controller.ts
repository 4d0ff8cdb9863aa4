import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Access, Answers, Context, type Ctx, Early } from '@lms/api-platform';
import {
  AddPasskeyRequest,
  AppCodeRequest,
  AppSetUp,
  IdParams,
  PasskeyOptions,
  RecoveryCodes,
  SecondFactor,
  SecondFactorRequest,
  UsePasskeyRequest,
} from '@lms/contracts';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { z } from 'zod';
import { AuthenticatorApp } from './factors/authenticator-app.js';
import { MyFactors } from './factors/my-factors.js';
import { Passkeys } from './factors/passkeys.js';
import { ShowCode } from './factors/show-code.js';

/** Setting a second factor up is open to who has none yet; whoever has one shows it first. */
@Controller()
export class SecondFactorController {
  constructor(
    private readonly mine: MyFactors,
    private readonly app: AuthenticatorApp,
    private readonly passkeys: Passkeys,
    private readonly showCode: ShowCode,
  ) {}

  @Get('me/second-factor')
  @Early('second-factor', 'set-up-second-factor')
  @Access('self')
  @Answers(SecondFactor)
  list(@Context() ctx: Ctx): Promise<SecondFactor> {
    return this.mine.list(ctx);
  }

  @Post('me/second-factor/app')
  @Early('set-up-second-factor')
  @Access('self')
  @Answers(AppSetUp, 201)
  beginApp(@Context() ctx: Ctx): Promise<AppSetUp> {
    return this.app.begin(ctx);
  }

  @Post('me/second-factor/app/confirm')
  @Early('set-up-second-factor')
  @Access('self')
  @Answers(RecoveryCodes)
  confirmApp(
    @Context() ctx: Ctx,
    @Body({ schema: AppCodeRequest }) { code }: z.infer<typeof AppCodeRequest>,
  ): Promise<RecoveryCodes> {
    return this.app.confirm(ctx, code);
  }

  @Delete('me/second-factor/app')
  @Access('self')
  @Answers('nothing')
  removeApp(@Context() ctx: Ctx): Promise<void> {
    return this.mine.removeApp(ctx);
  }

  @Post('me/second-factor/passkeys/options')
  @Early('set-up-second-factor')
  @Access('self')
  @Answers(PasskeyOptions, 201)
  askToAdd(@Context() ctx: Ctx): Promise<object> {
    return this.passkeys.askToAdd(ctx);
  }

  @Post('me/second-factor/passkeys')
  @Early('set-up-second-factor')
  @Access('self')
  @Answers(RecoveryCodes, 201)
  addPasskey(
    @Context() ctx: Ctx,
    @Body({ schema: AddPasskeyRequest }) { name, credential }: z.infer<typeof AddPasskeyRequest>,
  ): Promise<RecoveryCodes> {
    // What is inside is checked by the library that reads it.
    return this.passkeys.add(ctx, name, credential as unknown as RegistrationResponseJSON);
  }

  @Delete('me/second-factor/passkeys/:id')
  @Access('self')
  @Answers('nothing')
  removePasskey(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<void> {
    return this.mine.removePasskey(ctx, id);
  }

  @Post('me/second-factor/recovery-codes')
  @Access('self')
  @Answers(RecoveryCodes, 201)
  newCodes(@Context() ctx: Ctx): Promise<RecoveryCodes> {
    return this.mine.newCodes(ctx);
  }

  @Post('auth/second-factor')
  @Early('second-factor')
  @Access('self')
  @Answers('nothing')
  show(
    @Context() ctx: Ctx,
    @Body({ schema: SecondFactorRequest }) { code }: z.infer<typeof SecondFactorRequest>,
  ): Promise<void> {
    return this.showCode.run(ctx, code);
  }

  @Post('auth/second-factor/passkey/options')
  @Early('second-factor')
  @Access('self')
  @Answers(PasskeyOptions, 201)
  askToConfirm(@Context() ctx: Ctx): Promise<object> {
    return this.passkeys.askToConfirm(ctx);
  }

  @Post('auth/second-factor/passkey')
  @Early('second-factor')
  @Access('self')
  @Answers('nothing')
  confirmPasskey(
    @Context() ctx: Ctx,
    @Body({ schema: UsePasskeyRequest }) { credential }: z.infer<typeof UsePasskeyRequest>,
  ): Promise<void> {
    return this.passkeys.confirm(ctx, credential as unknown as AuthenticationResponseJSON);
  }
}
