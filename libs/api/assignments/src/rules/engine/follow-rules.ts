import type { Tx } from '@lms/api-platform';
import type { Given } from '../../paths/given.js';
import { type Followed, giveCourses, type Scope } from './give-courses.js';
import { enrolByRules } from './enrol-by-rules.js';
import { lockPersons } from './lock-persons.js';
import { keepNextDays } from './next-days.js';
import { rulesInForce, rulesOfSamePaths } from './rule-in-force.js';

/**
 * Computes from what stands now what the rules give these people, under their locks: applies no deltas, so it may be run
 * at any time and as often as one likes. At most a thousand people at once.
 */
export async function followRules(tx: Tx, given: Given, scope: Scope): Promise<Followed> {
  await lockPersons(tx, scope.personIds);
  const versions = await rulesInForce(tx, given.today, scope.ruleId);
  const followed = await giveCourses(tx, given, versions, scope);
  const enrolled = await enrolByRules(
    tx,
    given,
    await rulesOfSamePaths(tx, given.today, scope.ruleId, versions),
    scope,
  );
  const touched = [...new Set([...followed.touched, ...enrolled.touched])];
  if (touched.length > 0) {
    await tx.query('select settle_assignments($1::uuid[], $2, $3)', [touched, given.today, given.at]);
  }
  await keepNextDays(tx, given, versions, scope);
  return { given: followed.given + enrolled.given, ended: followed.ended + enrolled.ended, touched };
}
