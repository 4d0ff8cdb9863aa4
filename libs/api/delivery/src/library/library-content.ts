import { Injectable } from '@nestjs/common';
import type { Ctx } from '@lms/api-platform';
import type { LibraryContent } from '@lms/contracts';
import { ContentLabels } from '../content/content-labels.js';
import { CONTENT_SECONDS, ContentTokens } from '../content/content-tokens.js';

/** A content host of the author's own on which the files of the library can be looked at. */
@Injectable()
export class GetLibraryContent {
  constructor(
    private readonly labels: ContentLabels,
    private readonly tokens: ContentTokens,
  ) {}

  run(ctx: Ctx): LibraryContent {
    const label = this.labels.labelFor(ctx.actor.personId, 'library');
    return {
      contentOrigin: this.labels.originOf(label),
      contentToken: this.tokens.sign({ label, activityId: null, packageId: null, library: true }),
      contentTokenSeconds: CONTENT_SECONDS,
    };
  }
}
