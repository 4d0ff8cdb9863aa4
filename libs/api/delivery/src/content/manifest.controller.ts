import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, Answers, Configuration, NotFound, Storage } from '@lms/api-platform';
import { tokenOf } from './content-cookie.js';
import { CONTENT_PREFIX } from './content.controller.js';
import { contentHeaders } from './content-headers.js';
import { ContentLabels } from './content-labels.js';
import { ContentTokens } from './content-tokens.js';
import { FindManifest } from './find-manifest.js';
import { sendStored } from './send-stored.js';

/** A package's own table of contents and rules, whatever its file is called: the content frame reads it. */
@Controller(CONTENT_PREFIX)
export class ManifestController {
  constructor(
    private readonly labels: ContentLabels,
    private readonly tokens: ContentTokens,
    private readonly find: FindManifest,
    private readonly storage: Storage,
    private readonly configuration: Configuration,
  ) {}

  @Get('__waymark/manifest')
  @Access('public')
  @Answers('file')
  async manifest(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { packageId } = this.tokens.verify(tokenOf(request), this.labels.labelOf(request.headers.host));
    const found = packageId ? await this.find.of(packageId) : undefined;
    if (!found) throw new NotFound('This package has no manifest.');
    return sendStored(this.storage, request, contentHeaders(reply, this.configuration.origin), found);
  }
}
