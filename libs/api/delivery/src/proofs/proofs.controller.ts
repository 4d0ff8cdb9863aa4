import { Controller, Get, Options, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Access, Answers, Configuration, Storage } from '@lms/api-platform';
import { allowApp } from '../content/content-headers.js';
import { CONTENT_PREFIX } from '../content/content.controller.js';
import { sendStored } from '../content/send-stored.js';
import { proofHeaders } from './proof-headers.js';
import { ProofTokens } from './proof-tokens.js';

const Params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const TokenQuery = z.object({ t: z.string().max(2000) });

/** On content hosts: what people sent as proof, for whoever holds the token of exactly that file. */
@Controller(CONTENT_PREFIX)
export class ProofsController {
  constructor(
    private readonly tokens: ProofTokens,
    private readonly storage: Storage,
    private readonly configuration: Configuration,
  ) {}

  @Options('__waymark/proof/:sha256')
  @Access('public')
  @Answers('nothing')
  allow(@Param({ schema: Params }) _params: z.infer<typeof Params>, @Res() reply: FastifyReply): FastifyReply {
    return allowApp(reply, this.configuration.origin)
      .header('access-control-allow-headers', 'range')
      .status(204)
      .send();
  }

  @Get('__waymark/proof/:sha256')
  @Access('public')
  @Answers('file')
  read(
    @Param({ schema: Params }) { sha256 }: z.infer<typeof Params>,
    @Query({ schema: TokenQuery }) { t }: z.infer<typeof TokenQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    const proof = this.tokens.verify(t, request.headers.host, sha256);
    const headed = proofHeaders(allowApp(reply, this.configuration.origin), proof.name);
    return sendStored(this.storage, request, headed, proof);
  }
}
