import { type Configuration, openFileStore } from '@lms/api-platform';
import { type Alliance, generateAlliance } from '@lms/demo';
import { type LocalDate, londonDate } from '@lms/domain';
import type { ClientBase } from 'pg';
import { hasPeople } from '../cli/has-people.js';
import { Refusal } from '../cli/refusal.js';
import { withOwner } from '../cli/with-owner.js';
import { DEMO_PASSWORD, type ShownAccount, writeAccountsFile } from './accounts-file.js';
import { completedAttempts } from './completed-attempts.js';
import { dutiesOf } from './duties.js';
import { insertRows } from './insert-rows.js';
import { liveOn } from './live-on.js';
import { momentsOf } from './moments.js';
import { seedAccounts } from './seed-accounts.js';
import { seedAssessments } from './seed-assessments.js';
import { seedBanks } from './seed-banks.js';
import { seedCard } from './seed-card.js';
import { seedCourses } from './seed-courses.js';
import { type SeededFiles, seedPackages, storeFiles } from './seed-files.js';
import { seedEquivalences } from './seed-equivalences.js';
import { seedHistory } from './seed-history.js';
import { seedOpenAttempts } from './seed-open-attempts.js';
import { seedOrganisations } from './seed-organisations.js';
import { seedPictures, seedPromises } from './seed-library.js';
import { seedPaths } from './seed-paths.js';
import { seedNextCycles } from './seed-next-cycles.js';
import { seedRecords } from './seed-records.js';
import { seedRules } from './seed-rules.js';
import { seedSessions } from './seed-sessions.js';
import { seedStanding } from './seed-standing.js';
import { seedSurveyAnswers } from './seed-survey-answers.js';
import { type StoredCard, storeCard } from './store-card.js';
import { tasksOf } from './tasks.js';
import { setTriggers } from './triggers.js';

/** The person who has not read the privacy notice yet and is in the middle of a lesson. */
const NEWCOMER = 'New starter on site';
const DEFAULT_SEED = 'Waymark';

/** Fills an empty database with the demonstration Alliance: all of it or nothing. Throws Refusal where people are. */
export async function seedDemo(
  configuration: Configuration,
  given: { seed?: string; today?: LocalDate },
  progress: (line: string) => void,
): Promise<void> {
  const now = new Date();
  await withOwner(configuration.ownerUrl, async (client) => {
    await refuseIfPeople(client);
    progress('Making up the Alliance …');
    const alliance = generateAlliance({ seed: given.seed ?? DEFAULT_SEED, today: given.today ?? londonDate(now) });
    const { storage } = await openFileStore(configuration);
    const files = await storeFiles(storage, new AbortController().signal);
    const card = await storeCard(storage);
    await client.query('begin');
    await client.query('lock table person in share row exclusive mode');
    await refuseIfPeople(client);
    const withCard = await seedAll(client, alliance, files, card, now, progress);
    await client.query('commit');
    await client.query('analyze');
    progress('What people did with it, and what rules give …');
    await liveOn(configuration, alliance);
    // After what people did before today, as in any journal.
    await client.query(`insert into audit_event (at, action, detail) values ($1, 'demo.seed', $2)`, [
      now,
      JSON.stringify({ people: alliance.people.length, today: alliance.today }),
    ]);
    await writeAccountsFile(configuration.dataDir, [
      ...alliance.demoAccounts.map(({ role, name, signInName }) => ({
        ...{ role, name, signInName },
        password: DEMO_PASSWORD,
      })),
      ...withCard,
    ]);
    progress(`Done: ${alliance.people.length} people and ${alliance.completions.length} completions.`);
  });
}

async function refuseIfPeople(client: ClientBase): Promise<void> {
  if (await hasPeople(client))
    throw new Refusal('The database has people already: the demonstration needs an empty one.');
}

async function seedAll(
  client: ClientBase,
  alliance: Alliance,
  files: SeededFiles,
  card: StoredCard,
  now: Date,
  progress: (line: string) => void,
): Promise<ShownAccount[]> {
  const moments = momentsOf(alliance, now);
  const newcomerId = alliance.demoAccounts.find(({ role }) => role === NEWCOMER)?.personId ?? '';
  await setTriggers(client, 'disable');
  progress('Organisations and people …');
  await seedOrganisations(client, alliance, moments);
  await seedAccounts(client, alliance, moments, newcomerId);
  const withCard = await seedCard(client, alliance, now);
  progress('Courses and paths …');
  await seedBanks(client, alliance, moments.goLive);
  await seedPictures(client, files, moments.goLive);
  await seedCourses(client, alliance, files, await seedPackages(client, files, moments.goLive));
  await client.query('select gather_resources($1)', [moments.goLive]);
  await seedPaths(client, alliance, moments);
  const done = completedAttempts(alliance, files);
  await seedRecords(client, done, (n, of) => progress(`Completions: ${n} of ${of} …`));
  await seedPromises(client);
  await seedSurveyAnswers(client);
  progress('What everybody owes …');
  const duties = dutiesOf(alliance, moments);
  const tasks = tasksOf(alliance, moments);
  await insertRows(
    client,
    'path_enrolment',
    duties.enrolments.map((row) => ({ ...row, buddy_id: tasks.buddies.get(String(row['id'])) ?? null })),
  );
  await insertRows(client, 'path_task', tasks.tasks);
  await insertRows(client, 'path_task_fact', tasks.facts);
  await insertRows(client, 'assignment', duties.assignments);
  await insertRows(client, 'assignment_reason', duties.reasons);
  await seedNextCycles(client, alliance.today, moments.goLive);
  await seedOpenAttempts(client, alliance, done.latest, newcomerId);
  await seedAssessments(client, alliance, done.assessed, done.latest, card);
  await seedHistory(client);
  await seedStanding(client);
  await setTriggers(client, 'enable');
  // Notices begin at once: there is something to see on the first day. Mails are off in a demonstration.
  await client.query('insert into reminder_start (on_date) values ($1::date - 1)', [alliance.today]);
  await seedSessions(client, alliance);
  await seedRules(client, alliance, moments);
  await seedEquivalences(client, alliance, moments);
  return withCard;
}
