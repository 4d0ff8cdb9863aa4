import { Subscribers } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addNotices } from './new-notice.js';

/** Tells whoever asked for the file of a person's whole data that it is there. */
@Injectable()
export class FollowDataFiles implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    this.subscribers.on('data-file.ready', async (tx, { payload }, at) => {
      const [requestId, askedBy, about] = [payload['requestId'], payload['askedBy'], payload['personId']].map(String);
      if (!requestId || !askedBy || !about) return;
      const own = askedBy === about;
      await addNotices(tx, at, [
        {
          personId: askedBy,
          kind: 'data-ready',
          about: own ? {} : { personId: about },
          link: own ? '/my-data' : '/data-protection/downloads',
          dedupeKey: `data-file ${requestId}`,
        },
      ]);
    });
  }
}
