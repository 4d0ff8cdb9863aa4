import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Answers } from '@lms/api-platform';
import { CommitRequest, CommitResult, ContentToken, IdParams } from '@lms/contracts';
import { CommitLaunch } from './commits/commit-launch.js';
import { RenewContentToken } from './player/renew-content-token.js';

type Ids = z.infer<typeof IdParams>;

/** For the holder of a commit token; no sign-in is looked at. */
@Controller('launches')
export class LaunchesController {
  constructor(
    private readonly commitLaunch: CommitLaunch,
    private readonly renewContentToken: RenewContentToken,
  ) {}

  @Post(':id/commits')
  @Access('launch')
  @Answers(CommitResult)
  commit(
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: CommitRequest }) body: CommitRequest,
    @Headers('authorization') authorization: string | undefined,
  ): Promise<CommitResult> {
    return this.commitLaunch.run(id, bearer(authorization), body);
  }

  @Post(':id/content-token')
  @Access('launch')
  @Answers(ContentToken)
  renew(
    @Param({ schema: IdParams }) { id }: Ids,
    @Headers('authorization') authorization: string | undefined,
  ): Promise<ContentToken> {
    return this.renewContentToken.run(id, bearer(authorization));
  }
}

const bearer = (header: string | undefined): string | undefined =>
  header?.startsWith('Bearer ') ? header.slice(7) : undefined;
