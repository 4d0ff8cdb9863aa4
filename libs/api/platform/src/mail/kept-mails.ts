import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Configuration } from '../configuration/configuration.js';
import { Sql } from '../database/sql.js';
import { Upkeep } from '../jobs/upkeep.js';

const HOUR = 3_600_000;
const AT_ONCE = 500;
const NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.eml$/;

/** Where mails lie as files while there is no server to send them. */
export const keptMailsIn = (dataDir: string): string => path.join(dataDir, 'mail');

/** A mail that is kept as a file is kept no longer than its row: that goes with a person who is erased, or when its period is over. */
@Injectable()
export class KeptMails implements OnModuleInit {
  constructor(
    private readonly configuration: Configuration,
    private readonly sql: Sql,
    private readonly upkeep: Upkeep,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(HOUR, 'mails kept as files', (signal) => this.clear(signal));
  }

  /** Twice is once. */
  async clear(signal: AbortSignal): Promise<void> {
    const folder = keptMailsIn(this.configuration.dataDir);
    const ids = (await namesIn(folder)).flatMap((name) => NAME.exec(name)?.[1] ?? []);
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      signal.throwIfAborted();
      const some = ids.slice(at, at + AT_ONCE);
      const rows = await this.sql.rows<{ id: string }>(
        'kept-mails',
        'select id from mail where id = any ($1::uuid[])',
        [some],
      );
      const known = new Set(rows.map(({ id }) => id));
      for (const id of some) if (!known.has(id)) await rm(path.join(folder, `${id}.eml`), { force: true });
    }
  }
}

/** None where no mail was ever kept. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
