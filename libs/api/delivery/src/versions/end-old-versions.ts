import { Clock, Sql, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const HOUR = 3_600_000;

/** Tidies behind versions that have ended by their date. Nothing waits for it: what people see follows from the date. */
@Injectable()
export class EndOldVersions implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly upkeep: Upkeep,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(HOUR, 'ended versions', async () => {
      await this.run();
    });
  }

  /** How many people's attempts were closed. */
  async run(): Promise<number> {
    const row = await this.sql.row<{ ended: number }>('end-old-versions', 'select end_old_versions($1, $2) as ended', [
      this.clock.today(),
      this.clock.now(),
    ]);
    return row?.ended ?? 0;
  }
}
