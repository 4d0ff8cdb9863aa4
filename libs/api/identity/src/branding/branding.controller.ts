import { Access, Answers, Brands, Context, type Ctx, IfMatch, NotFound, withETag } from '@lms/api-platform';
import { Branding, KeptLogo, SaveBranding } from '@lms/contracts';
import { Body, Controller, Get, Post, Put, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BrandingSettings } from './branding-settings.js';
import { KeepLogo } from './keep-logo.js';

/** The picture may be kept for an hour; pages name the one they mean, so a new one is fetched at once. */
const KEEP = 'public, max-age=3600';

@Controller('branding')
export class BrandingController {
  constructor(
    private readonly settings: BrandingSettings,
    private readonly logos: KeepLogo,
    private readonly brands: Brands,
  ) {}

  @Get()
  @Access('settings.write')
  @Answers(Branding)
  async get(@Res({ passthrough: true }) reply: FastifyReply): Promise<Branding> {
    return withETag(reply, await this.settings.get());
  }

  @Put()
  @Access('settings.write')
  @Answers(Branding)
  async save(
    @Context() ctx: Ctx,
    @IfMatch() seen: number,
    @Body({ schema: SaveBranding }) body: SaveBranding,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Branding> {
    return withETag(reply, await this.settings.save(ctx, seen, body));
  }

  @Post('undo')
  @Access('settings.write')
  @Answers(Branding)
  async undo(
    @Context() ctx: Ctx,
    @IfMatch() seen: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Branding> {
    return withETag(reply, await this.settings.undo(ctx, seen));
  }

  @Post('logos')
  @Access('settings.write')
  @Answers(KeptLogo, 201)
  logo(@Context() ctx: Ctx, @Req() request: FastifyRequest): Promise<KeptLogo> {
    return this.logos.run(ctx, request.raw);
  }

  /** The logo that counts: the page before signing in shows it too. */
  @Get('logo')
  @Access('public')
  @Answers('file')
  async picture(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { logo } = await this.brands.current();
    if (!logo) throw new NotFound();
    // Mail programs show it as well.
    void reply.header('cache-control', KEEP).header('cross-origin-resource-policy', 'cross-origin');
    void reply.header('x-content-type-options', 'nosniff');
    return new StreamableFile(logo.bytes, { type: 'image/png' });
  }
}
