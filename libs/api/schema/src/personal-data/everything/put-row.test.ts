import type { TestDatabase } from '@lms/testing';

export type PutRow = (table: string, values: Record<string, unknown>) => Promise<void>;

/** Puts rows in as they are; objects become JSON. */
export const putRow =
  (db: TestDatabase): PutRow =>
  async (table, values) => {
    const columns = Object.keys(values);
    await db.sql(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(values).map((value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value)
          ? JSON.stringify(value)
          : value,
      ),
    );
  };
