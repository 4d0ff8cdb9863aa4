import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Configuration, Sql, Storage, Upkeep } from '@lms/api-platform';
import { Client } from 'pg';
import { anchorLines, type AnchorTotals } from './anchor-lines.js';
import { SigningKey } from './signing-key.js';

const QUARTER = 15 * 60_000;
/** What was being recorded while the last anchor was made is named again. */
const OVERLAP = 24 * 3_600_000;

/** Keeps a signed file of where every chain ends, once a London day. */
@Injectable()
export class KeepDailyAnchor implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly upkeep: Upkeep,
    private readonly storage: Storage,
    private readonly configuration: Configuration,
    private readonly key: SigningKey,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(QUARTER, 'anchor of the records', async () => {
      await this.run();
    });
  }

  /** Whether a file was made; two workers at once make one that counts. */
  async run(): Promise<boolean> {
    const day = this.clock.today();
    const at = this.clock.now();
    const last = await this.sql.row<{ day: string; at: Date }>(
      'last-anchor',
      'select day::text, at from ledger_anchor order by day desc limit 1',
    );
    if (last && last.day >= day) return false;
    const totals: AnchorTotals = { people: 0, entries: 0 };
    const stored = await this.inSnapshot((client) => {
      const since = last ? new Date(last.at.getTime() - OVERLAP) : null;
      const options = { at, issuer: this.configuration.origin, key: this.key, since };
      return this.storage.put(Readable.from(anchorLines(client, options, totals)));
    });
    const made = await this.sql.rows(
      'keep-anchor',
      `insert into ledger_anchor (day, at, people, entries, sha256, size, public_key)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (day) do nothing returning day`,
      [day, at, totals.people, totals.entries, stored.sha256, stored.size, this.key.publicKey],
    );
    return made.length > 0;
  }

  /** A cursor needs a connection of its own for as long as it is read. */
  private async inSnapshot<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: this.configuration.appUrl, application_name: 'waymark anchor' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
