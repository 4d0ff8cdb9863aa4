import '@fastify/cookie';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Access,
  Answers,
  changeOf,
  Configuration,
  Context,
  type Ctx,
  Early,
  Forbidden,
  isSameOrigin,
  SignedOut,
  Transactions,
} from '@lms/api-platform';
import {
  ChangePasswordRequest,
  FirstPasswordRequest,
  ForgottenPasswordRequest,
  LinkInfo,
  LinkTokenRequest,
  Me,
  RefreshTokenRequest,
  SignInRequest,
  TokenPair,
  UseLinkRequest,
} from '@lms/contracts';
import type { z } from 'zod';
import { clearCookies, REFRESH_COOKIE, setCookies } from './cookies.js';
import { deviceOf } from './device-of.js';
import { ForgottenPassword } from './links/forgotten-password.js';
import { OneTimeLinks } from './links/one-time-links.js';
import { UseLink } from './links/use-link.js';
import { GetMe } from './me/get-me.js';
import { ChangePassword } from './passwords/change-password.js';
import { ChooseFirstPassword } from './passwords/choose-first-password.js';
import { EndSessions } from './sessions/end-sessions.js';
import { RefreshSession } from './sessions/refresh-session.js';
import type { SessionTokens } from './sessions/tokens-of-session.js';
import { SignIn } from './sign-in/sign-in.js';
import { ACCESS_SECONDS } from './tokens/access-tokens.js';

const toPair = (t: SessionTokens): TokenPair => ({
  accessToken: t.access,
  refreshToken: t.refresh,
  expiresIn: ACCESS_SECONDS,
});

@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly endSessions: EndSessions,
    private readonly forgottenPassword: ForgottenPassword,
    private readonly links: OneTimeLinks,
    private readonly useLink: UseLink,
    private readonly changePassword: ChangePassword,
    private readonly chooseFirstPassword: ChooseFirstPassword,
    private readonly getMe: GetMe,
    private readonly transactions: Transactions,
    private readonly configuration: Configuration,
  ) {}

  @Post('sign-in')
  @Access('public')
  @Answers(Me)
  async signInBrowser(
    @Body({ schema: SignInRequest }) body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    this.refuseOtherSites(request);
    return this.welcome(reply, await this.signIn.run(body, request.ip, deviceOf(request, 'browser')));
  }

  @Post('token')
  @Access('public')
  @Answers(TokenPair)
  async signInClient(
    @Body({ schema: SignInRequest }) body: SignInRequest,
    @Req() request: FastifyRequest,
  ): Promise<TokenPair> {
    return toPair(await this.signIn.run(body, request.ip, deviceOf(request, 'api')));
  }

  @Post('token/refresh')
  @Access('public')
  @Answers(TokenPair)
  async refreshClient(
    @Body({ schema: RefreshTokenRequest }) body: z.infer<typeof RefreshTokenRequest>,
  ): Promise<TokenPair> {
    return toPair(await this.refreshSession.run(body.refreshToken));
  }

  @Post('refresh')
  @Access('public')
  @Answers('nothing')
  async refreshBrowser(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.refuseOtherSites(request);
    const token = request.cookies[REFRESH_COOKIE];
    if (!token) throw new SignedOut();
    setCookies(reply, await this.refreshSession.run(token));
  }

  @Post('sign-out')
  @Early()
  @Access('self')
  @Answers('nothing')
  async signOut(@Context() ctx: Ctx, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.transactions.run(changeOf(ctx), (tx) =>
      this.endSessions.one(tx, ctx.actor.personId, ctx.actor.sessionId, 'signed-out'),
    );
    clearCookies(reply);
  }

  @Post('sign-out-everywhere')
  @Early()
  @Access('self')
  @Answers('nothing')
  async signOutEverywhere(@Context() ctx: Ctx, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.transactions.run(changeOf(ctx), (tx) =>
      this.endSessions.all(tx, ctx.actor.personId, 'signed-out-everywhere'),
    );
    clearCookies(reply);
  }

  @Post('forgotten')
  @Access('public')
  @Answers('nothing', 202)
  forgotten(
    @Body({ schema: ForgottenPasswordRequest }) body: z.infer<typeof ForgottenPasswordRequest>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.forgottenPassword.run(body.name, request.ip);
  }

  @Post('link/inspect')
  @Access('public')
  @Answers(LinkInfo)
  inspectLink(@Body({ schema: LinkTokenRequest }) body: z.infer<typeof LinkTokenRequest>): Promise<LinkInfo> {
    return this.links.inspect(body.token);
  }

  @Post('link/use')
  @Access('public')
  @Answers(Me)
  async setPasswordByLink(
    @Body({ schema: UseLinkRequest }) body: z.infer<typeof UseLinkRequest>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    this.refuseOtherSites(request);
    return this.welcome(reply, await this.useLink.run(body, deviceOf(request, 'browser')));
  }

  @Post('password')
  @Access('self')
  @Answers('nothing')
  change(
    @Context() ctx: Ctx,
    @Body({ schema: ChangePasswordRequest }) body: z.infer<typeof ChangePasswordRequest>,
  ): Promise<void> {
    return this.changePassword.run(ctx, body);
  }

  @Post('first-password')
  @Early('choose-password')
  @Access('self')
  @Answers('nothing')
  chooseFirst(
    @Context() ctx: Ctx,
    @Body({ schema: FirstPasswordRequest }) body: z.infer<typeof FirstPasswordRequest>,
  ): Promise<void> {
    return this.chooseFirstPassword.run(ctx, body.password);
  }

  /** Nobody may be signed in, or kept signed in, by another site's page: uploaded content runs on sibling hosts. */
  private refuseOtherSites(request: FastifyRequest): void {
    if (!isSameOrigin(request.headers, this.configuration.origin))
      throw new Forbidden('other-site', 'This can only be done from our own pages.');
  }

  private welcome(reply: FastifyReply, tokens: SessionTokens): Promise<Me> {
    setCookies(reply, tokens);
    return this.getMe.run(tokens);
  }
}
