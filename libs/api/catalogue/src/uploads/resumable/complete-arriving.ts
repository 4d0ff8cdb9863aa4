import { Audit, changeOf, type Ctx, Jobs, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

/** The last byte is in: from here on a job goes on with it. Safe to say twice. */
@Injectable()
export class CompleteArriving {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  async run(ctx: Ctx, id: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const [done] = await tx.query<[{ kind: string; name: string; size: string }[], number]>(
        'update arriving_upload set complete_at = $2 where id = $1 and complete_at is null returning kind, name, size',
        [id, ctx.now],
      );
      const [file] = done;
      if (!file) return;
      await this.audit.append(tx, ctx, {
        action: 'upload.receive',
        targetType: 'upload',
        targetId: id,
        detail: { kind: file.kind, name: file.name, size: Number(file.size) },
      });
      await this.jobs.send(tx, 'process-upload', { id });
    });
  }
}
