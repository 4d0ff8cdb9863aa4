import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Pool, QueryResultRow } from 'pg';

/** Reads by prepared statements: PostgreSQL plans each name once a connection. */
@Injectable()
export class Sql {
  private pool: Pool | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async rows<T extends QueryResultRow>(name: string, text: string, values: unknown[] = []): Promise<T[]> {
    const result = await this.connections().query<T>({ name, text, values });
    return result.rows;
  }

  async row<T extends QueryResultRow>(name: string, text: string, values: unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(name, text, values))[0];
  }

  private connections(): Pool {
    this.pool ??= poolOf(this.dataSource);
    return this.pool;
  }
}

/** TypeORM's own pool, so that there is one. */
function poolOf(dataSource: DataSource): Pool {
  const driver = dataSource.driver;
  if (!('master' in driver)) throw new Error('The database driver has no pool');
  return driver.master as Pool;
}
