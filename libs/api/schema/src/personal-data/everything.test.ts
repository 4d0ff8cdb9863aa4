import type { TestDatabase } from '@lms/testing';
import { broughtIn } from './everything/brought-in.test.js';
import { done } from './everything/done.test.js';
import { known, type Known } from './everything/known.test.js';
import { outside } from './everything/outside.test.js';
import { owed } from './everything/owed.test.js';
import { told } from './everything/told.test.js';

export type Everything = Known;

/** A person of whom every table knows something, who has left; and another one who shares a file and a request. */
export async function everything(db: TestDatabase): Promise<Everything> {
  const all = await known(db);
  const asked = await owed(all);
  await done(all);
  await outside(all);
  await broughtIn(all);
  await told({ ...all, ...asked });
  return all;
}
