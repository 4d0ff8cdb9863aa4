import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access, Answers } from '@lms/api-platform';
import { AnchorList, AnchorParams, SigningKey as PublishedKey } from '@lms/contracts';
import { ReadAnchors } from './read-anchors.js';
import { SigningKey } from './signing-key.js';

/** Outside `/api/v1`, where somebody looks who has nothing but a file and an address. */
export const WELL_KNOWN_KEY = '.well-known/waymark-key';

@Controller()
export class AnchorsController {
  constructor(
    private readonly anchors: ReadAnchors,
    private readonly key: SigningKey,
  ) {}

  @Get(WELL_KNOWN_KEY)
  @Access('public')
  @Answers(PublishedKey)
  published(): PublishedKey {
    return this.key.published();
  }

  @Get('anchors')
  @Access('anchors.read')
  @Answers(AnchorList)
  list(): Promise<AnchorList> {
    return this.anchors.list();
  }

  @Get('anchors/:day')
  @Access('anchors.read')
  @Answers('file')
  async file(
    @Param({ schema: AnchorParams }) { day }: { day: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { stream, size } = await this.anchors.open(day);
    void reply.header('content-disposition', `attachment; filename="anchor-${day}.jsonl"`);
    return new StreamableFile(stream, { type: 'application/x-ndjson', length: size });
  }
}
