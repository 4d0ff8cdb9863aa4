import { Subscribers } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addNotices } from './new-notice.js';

/** Tells whoever asked for a list as a file, and has not waited for it, that it is there; and of what a schedule made. */
@Injectable()
export class FollowListFiles implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    this.subscribers.on('list-file.ready', async (tx, { personId, payload }, at) => {
      const { fileId, title } = payload;
      if (!personId || !fileId) return;
      await addNotices(tx, at, [
        {
          ...{ personId, kind: 'list-ready', about: { title: title ?? '' }, link: '/files' },
          dedupeKey: `list-file ${fileId}`,
        },
      ]);
    });
    this.subscribers.on('list-file.delivered', async (tx, { personId, payload }, at) => {
      const { fileId, title, rows } = payload;
      if (!personId || !fileId) return;
      const about = { title: title ?? '', count: Number(rows) };
      await addNotices(tx, at, [
        {
          ...{ personId, kind: 'list-sent', about, link: `/files/${fileId}` },
          dedupeKey: `list-file ${fileId}`,
        },
      ]);
    });
  }
}
