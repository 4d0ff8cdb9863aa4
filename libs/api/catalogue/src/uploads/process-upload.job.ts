import { type JobData, JobHandlers, ScannerUnavailable, Sql, Storage } from '@lms/api-platform';
import type { Upload } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PackageRefusal } from '../packages/package-refusal.js';
import { inspectUpload } from './inspect-upload.js';
import { KeepFindings } from './keep-findings.js';
import { LastTry } from './last-try.js';
import { PostponeUpload } from './postpone-upload.js';
import { ProgressWriter } from './progress-writer.js';
import { GAVE_UP, RefuseUpload } from './refuse-upload.js';
import { KeepArrived } from './resumable/keep-arrived.js';
import { ScanUpload } from './scan-upload.js';
import { UnpackingTurn } from './unpacking-turn.js';

interface Begun {
  id: string;
  kind: Upload['kind'];
  name: string;
  sha256: string;
}

const BEGIN = `
  update upload set state = 'processing', progress = 0 where id = $1 and state in ('waiting', 'processing')
  returning id, kind, name, sha256`;

/** Finds out what is in an upload. Safe to run again at any point: until the last statement nothing counts. */
@Injectable()
export class ProcessUploadJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly turn: UnpackingTurn,
    private readonly keep: KeepFindings,
    private readonly refuse: RefuseUpload,
    private readonly lastTry: LastTry,
    private readonly arrived: KeepArrived,
    private readonly scan: ScanUpload,
    private readonly postpone: PostponeUpload,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('process-upload', (data, signal) => this.run(data, signal));
  }

  async run({ id }: JobData, signal: AbortSignal): Promise<void> {
    await this.arrived.run(id);
    const upload = await this.sql.row<Begun>('begin-upload', BEGIN, [id]);
    if (!upload) {
      await this.refuse.clearUp(id, signal);
      return;
    }
    try {
      await this.process(upload, signal);
    } catch (error) {
      if (error instanceof PackageRefusal) {
        await this.refuse.run(upload, error.code, error.sentence, signal);
        return;
      }
      if (error instanceof ScannerUnavailable) {
        await this.postpone.run(id);
        return;
      }
      if (await this.lastTry.isNow(id)) await this.refuse.run(upload, 'not-processed', GAVE_UP, signal);
      throw error;
    }
  }

  private async process(upload: Begun, signal: AbortSignal): Promise<void> {
    await this.scan.run(upload.sha256, signal);
    const progress = new ProgressWriter(this.sql, upload.id);
    const onProgress = (percent: number) => progress.report(percent);
    const work = async () => {
      const found = await inspectUpload({ ...upload, storage: this.storage, onProgress, signal });
      await progress.settled();
      await this.keep.run(upload, found);
    };
    // Only a package puts files into the storage that no row names yet.
    await (upload.kind === 'package' ? this.turn.run(signal, work) : work());
  }
}
