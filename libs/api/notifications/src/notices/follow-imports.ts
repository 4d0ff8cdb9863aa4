import { Subscribers } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addNotices } from './new-notice.js';

/** Tells whoever gave a file that its rows have been written. */
@Injectable()
export class FollowImports implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    this.subscribers.on('import.applied', async (tx, { personId, payload }, at) => {
      const { importId, name, applied, failed } = payload;
      if (!personId || !importId) return;
      await addNotices(tx, at, [
        {
          personId,
          kind: 'import',
          about: { title: name ?? '', count: Number(applied), ...(failed === '0' ? {} : { what: 'failed' }) },
          link: `/imports/${importId}`,
          dedupeKey: `import ${importId} ${payload['at']}`,
        },
      ]);
    });
  }
}
