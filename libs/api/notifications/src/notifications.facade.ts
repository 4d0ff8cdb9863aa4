import { Injectable } from '@nestjs/common';
import { type DigestPreview, PreviewDigests } from './digest/preview-digests.js';

@Injectable()
export class NotificationsFacade {
  constructor(private readonly previewDigests: PreviewDigests) {}

  /** What the digests of a London day would be as things stand now. Writes nothing. */
  previewDigest(today: string): Promise<DigestPreview> {
    return this.previewDigests.run(today);
  }
}
