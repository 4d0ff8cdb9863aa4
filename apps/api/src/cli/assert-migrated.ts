import { isMigrated } from '@lms/api-schema';
import { Refusal } from './refusal.js';

export async function assertMigrated(ownerUrl: string): Promise<void> {
  if (!(await isMigrated(ownerUrl))) throw new Refusal('The database is not up to date: run "lms prepare" first.');
}
