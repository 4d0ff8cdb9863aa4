import { Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ForgottenArrivals } from './forgotten-arrivals.js';
import { OrphanedFiles } from './orphaned-files.js';
import { StuckUploads } from './stuck-uploads.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What uploads leave behind when processes die or people turn away, cleared when a worker starts and from time to time. */
@Injectable()
export class UploadsUpkeep implements OnModuleInit {
  constructor(
    private readonly upkeep: Upkeep,
    private readonly stuck: StuckUploads,
    private readonly arrivals: ForgottenArrivals,
    private readonly orphans: OrphanedFiles,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(MINUTE, 'stuck uploads', (signal) => this.stuck.run(signal));
    this.upkeep.every(DAY, 'forgotten files', (signal) => this.clear(new Date(Date.now() - DAY), signal));
  }

  /** By the machine's own time, which is what files are dated by. A day is longer than any upload takes to get its row. */
  async clear(before: Date, signal: AbortSignal): Promise<void> {
    await this.arrivals.run(before, signal);
    await this.orphans.run(before, signal);
  }
}
