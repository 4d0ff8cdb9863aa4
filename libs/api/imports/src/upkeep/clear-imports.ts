import { Clock, Sql, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KEPT_DAYS } from './kept-days.js';

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

const CLEAR = `
  with old as (
    select id from import where cleared_at is null and created_at < $1 and state not in ('reading', 'checking', 'applying')
  ), gone as (
    delete from import_row r using old o where r.import_id = o.id
  )
  update import i set cleared_at = $2, samples = '[]', sha256 = null from old o where i.id = o.id`;

/** Rows of imports hold what people wrote about people, so they go after a while; that there was an import stays. */
@Injectable()
export class ClearImports implements OnModuleInit {
  constructor(
    private readonly upkeep: Upkeep,
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(EVERY_MS, 'old imports', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.sql.rows('clear-imports', CLEAR, [new Date(now.getTime() - KEPT_DAYS * DAY_MS), now]);
  }
}
