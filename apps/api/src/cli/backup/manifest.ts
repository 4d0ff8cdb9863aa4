import { z } from 'zod';

/** The version of this file format. */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
export const SECRET = 'secret';
export const tableEntry = (table: string): string => `tables/${table}.copy`;
export const fileEntry = (sha256: string): string => `files/${sha256}`;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The last entry of a backup: what is in the others. Nothing is put back before all of it holds. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  createdAt: z.string(),
  /** Names, in the order in which they ran. */
  migrations: z.array(z.string()),
  /** In the order of the entries, which is one in which foreign keys can be put back. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int().min(0) })),
  files: z.number().int().min(0),
  /** Stored files that the database names and that were not there. */
  missing: z.array(Sha256),
  entries: z.array(z.object({ name: z.string(), size: z.number().int().min(0), sha256: Sha256 })),
});
export type Manifest = z.infer<typeof Manifest>;
export type TableOfBackup = Manifest['tables'][number];
