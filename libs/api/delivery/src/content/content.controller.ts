import { Body, Controller, Get, Options, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Access, Answers, Configuration, Forbidden, NotFound, Storage } from '@lms/api-platform';
import { CommitResult, FrameCommitRequest } from '@lms/contracts';
import { meetsOwnHost, ownHosts } from '@lms/domain';
import { CommitLaunch } from '../commits/commit-launch.js';
import { contentCookie, tokenOf } from './content-cookie.js';
import { allowApp, contentHeaders } from './content-headers.js';
import { ContentLabels } from './content-labels.js';
import { type ContentClaims, ContentTokens } from './content-tokens.js';
import { FindContent } from './find-content.js';
import { frameAsset, FrameFolder, framePage } from './frame-files.js';
import { PackageFiles } from './package-files.js';
import { sendStored } from './send-stored.js';
import { SmallFiles } from './small-files.js';

/** Requests to a content host are rewritten to below this; requests to the app's own host never get here. */
export const CONTENT_PREFIX = '__content';

const TokenQuery = z.object({ t: z.string().max(2000).optional() });
const AssetParams = z.object({ name: z.string().max(100) });
const FileParams = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const AnyPath = z.object({ '*': z.string().max(2000) });
/** A body that a page can still send while it is closed: JSON, called text so that no preflight is needed. */
const LastWords = z.string().max(1_500_000).transform(parseJson).pipe(FrameCommitRequest);

/** The content hosts. There is no sign-in here: tokens that read one package, and tokens that append to one launch. */
@Controller(CONTENT_PREFIX)
export class ContentController {
  private readonly appOrigin: string;
  private readonly own: readonly string[];

  constructor(
    private readonly labels: ContentLabels,
    private readonly tokens: ContentTokens,
    private readonly find: FindContent,
    private readonly packages: PackageFiles,
    private readonly storage: Storage,
    private readonly small: SmallFiles,
    private readonly commitLaunch: CommitLaunch,
    private readonly frame: FrameFolder,
    configuration: Configuration,
  ) {
    this.appOrigin = configuration.origin;
    this.own = ownHosts(configuration.origin, configuration.contentOrigin);
  }

  @Get('__waymark/frame')
  @Access('public')
  @Answers('file')
  page(
    @Query({ schema: TokenQuery }) query: z.infer<typeof TokenQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    this.claimsOf(request, query.t);
    void contentCookie(contentHeaders(reply, this.appOrigin), query.t ?? '');
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(framePage(this.frame.path, this.appOrigin));
  }

  @Get('__waymark/renew')
  @Access('public')
  @Answers('nothing')
  renew(
    @Query({ schema: TokenQuery }) query: z.infer<typeof TokenQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    this.claimsOf(request, query.t);
    return contentCookie(contentHeaders(reply, this.appOrigin), query.t ?? '')
      .status(204)
      .send();
  }

  @Post('__waymark/commits')
  @Access('launch')
  @Answers(CommitResult)
  commit(@Body({ schema: LastWords }) body: FrameCommitRequest): Promise<CommitResult> {
    return this.commitLaunch.run(body.launchId, body.commitToken, body);
  }

  @Options('__waymark/file/:sha256')
  @Access('public')
  @Answers('nothing')
  allow(@Param({ schema: FileParams }) _params: z.infer<typeof FileParams>, @Res() reply: FastifyReply): FastifyReply {
    return allowApp(reply, this.appOrigin).header('access-control-allow-headers', 'range').status(204).send();
  }

  @Get('__waymark/file/:sha256')
  @Access('public')
  @Answers('file')
  async file(
    @Param({ schema: FileParams }) { sha256 }: z.infer<typeof FileParams>,
    @Query({ schema: TokenQuery }) query: z.infer<typeof TokenQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const claims = this.claimsOf(request, query.t);
    const found = await (claims.library
      ? this.find.libraryFile(sha256)
      : this.find.activityFile(claims.activityId, sha256));
    if (!found) throw new NotFound();
    return sendStored(this.storage, request, allowApp(contentHeaders(reply, this.appOrigin), this.appOrigin), found);
  }

  @Get('__waymark/:name')
  @Access('public')
  @Answers('file')
  asset(
    @Param({ schema: AssetParams }) { name }: z.infer<typeof AssetParams>,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    const found = frameAsset(this.frame.path, name);
    if (!found) throw new NotFound();
    return contentHeaders(reply, this.appOrigin).header('cache-control', 'no-cache').type(found.type).send(found.bytes);
  }

  @Get('*')
  @Access('public')
  @Answers('file')
  async packageFile(
    @Param({ schema: AnyPath }) params: z.infer<typeof AnyPath>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    // A worker would outlive the visit and answer for the next one (Service Workers, section 4.3).
    if (request.headers['service-worker'])
      throw new Forbidden('no-service-worker', 'Content may not install a service worker.');
    const { packageId, outsideHosts = [] } = this.claimsOf(request, undefined);
    const found = packageId ? await this.packages.find(packageId, params['*']) : undefined;
    if (!found) throw new NotFound('This package has no such file.');
    const whole = await this.small.read(found.sha256, found.size);
    // The platform may have moved to another name since they were approved.
    const outside = outsideHosts.filter((host) => !meetsOwnHost(host, this.own));
    return sendStored(this.storage, request, contentHeaders(reply, this.appOrigin, outside), found, whole);
  }

  private claimsOf(request: FastifyRequest, token: string | undefined): ContentClaims {
    return this.tokens.verify(token ?? tokenOf(request), this.labels.labelOf(request.headers.host));
  }
}

function parseJson(text: string, ctx: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    ctx.addIssue({ code: 'custom', message: 'Not JSON' });
    return z.NEVER;
  }
}
