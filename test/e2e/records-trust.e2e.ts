import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { CoursePage, Created, OrganisationPage } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { type Browser, expect, type Page } from '@playwright/test';
import { type Call, callerOf } from './support/api-caller.js';
import { sharedDemonstration, test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';
import { withDatabase } from './support/with-database.js';

const ADVISER = 'helen.marsh@nationalhighways.example';
const WIDTHS = [
  {
    width: 1280,
    height: 900,
    given: 'Marek',
    family: 'Zieliński',
    typed: 'Zielińksi',
    learner: 'priya.nair@costain.example',
  },
  { width: 360, height: 780, given: 'Ngozi', family: 'Abernathy', typed: 'Abernahty', learner: 'kofi.mensah' },
] as const;
const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());

const demonstration = sharedDemonstration();
test.describe.configure({ mode: 'serial', timeout: 120_000 });

interface Entry {
  call: Call;
  given: string;
  family: string;
  organisation: string;
  phone: string;
}
/** Adds somebody as their People Team would; answers their id. */
async function add({ call, given, family, organisation, phone }: Entry): Promise<string> {
  const found = await call<OrganisationPage>('GET', `/organisations?q=${organisation}`);
  const organisationId = found.items[0]!.id;
  const person = { givenName: given, familyName: family, contactEmail: null, phone };
  const engagement = { organisationId, employeeNumber: `T-${randomUUID().slice(0, 8)}`, jobRole: 'Operative' };
  const body = { person, engagement: { ...engagement, employmentGroup: 'site', startsOn: addDays(TODAY, -60) } };
  return (await call<Created>('POST', '/people', { ...body, signInName: `${given}.${randomUUID().slice(0, 8)}` })).id;
}
/** Records a completion, and answers the title of the course. */
async function complete(call: Call, personId: string, title: string): Promise<string> {
  const { items } = await call<CoursePage>('GET', `/courses?q=${encodeURIComponent(title)}`);
  const courseId = items.find((course) => course.title === title)?.id;
  await call('POST', `/people/${personId}/completions`, {
    id: randomUUID(),
    courseId,
    completedOn: addDays(TODAY, -5),
  });
  return title;
}

for (const { width, height, given, family, typed, learner } of WIDTHS) {
  const open = async (browser: Browser, name: string, address: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await page.goto(`${demonstration().url}${address}`);
    await signIn(page, name);
    return page;
  };

  test(`somebody who was entered twice becomes one person, and two again, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('records-merge', width);
    const call = await callerOf(demonstration(), ADVISER);
    const phone = `07700 9${width}`;
    // The 1,800 others are as good as looked at: they are not what this is about.
    const looked = 'insert into duplicate_look select id, said_of(p) from person p on conflict do nothing';
    await withDatabase(demonstration().dataDir, (sql) => sql(looked));
    const keep = await add({ call, given, family, organisation: 'Costain', phone });
    const twin = await add({ call, given, family: typed, organisation: 'Kestrel', phone });
    await complete(call, keep, 'Fatigue');
    await complete(call, twin, 'Temporary traffic management');

    const adviser = await open(browser, ADVISER, '/people/duplicates');
    const both = `${given} ${family} and ${given} ${typed}`;
    await test.step('the two are found, and compared side by side', async () => {
      await expect(adviser.getByRole('heading', { name: 'Entered twice' })).toBeVisible();
      const pair = adviser.getByRole('listitem').filter({ hasText: typed });
      await expect(pair).toContainText('Same telephone');
      await tour.look(adviser, 'alike');
      await adviser.getByRole('link', { name: `Compare ${both}` }).click();
      await expect(adviser.getByRole('heading', { name: 'What changes' })).toBeVisible();
      await expect(adviser.getByRole('row').filter({ hasText: 'Temporary traffic management' })).toContainText('Valid');
      await tour.look(adviser, 'compared');
      await adviser.emulateMedia({ colorScheme: 'dark' });
      await tour.look(adviser, 'compared-dark');
      await adviser.emulateMedia({ colorScheme: 'light' });
    });

    await test.step('merged they have one record, and each course once', async () => {
      await adviser.getByLabel('Note').fill('The same passport');
      await adviser.getByRole('button', { name: `Merge into ${given} ${family}` }).click();
      await expect(adviser.getByRole('heading', { name: `${given} ${family}`, level: 1 })).toBeVisible();
      for (const employer of ['Edit Costain', 'Edit Kestrel Vane Barriers'])
        await expect(adviser.getByRole('button', { name: employer })).toBeVisible();
      await tour.look(adviser, 'one-person');
      await adviser.goto(`${demonstration().url}/people/${twin}/record`);
      await expect(adviser.getByRole('heading', { name: `Record of ${given} ${family}` })).toBeVisible();
      const history = adviser.getByRole('table', { name: 'What was done and when' });
      for (const title of ['Fatigue', 'Temporary traffic management'])
        await expect(history.getByText(title).first()).toBeVisible();
      await tour.look(adviser, 'one-record');
    });

    await test.step('undone they are two again, each with what they had', async () => {
      await adviser.goto(`${demonstration().url}/people/duplicates?show=merged`);
      await expect(adviser.getByText('“The same passport”').first()).toBeVisible();
      await tour.look(adviser, 'merged');
      await adviser.getByRole('button', { name: `Undo ${given} ${typed}` }).click();
      await expect(adviser.getByRole('dialog')).toContainText('become two people again');
      await tour.look(adviser, 'undo');
      await adviser.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
      await expect(adviser.getByText('They are two people again.')).toBeVisible();
      await adviser.goto(`${demonstration().url}/people/${twin}/record`);
      await expect(adviser.getByRole('heading', { name: `Record of ${given} ${typed}` })).toBeVisible();
      const history = adviser.getByRole('table', { name: 'What was done and when' });
      await expect(history.getByText('Temporary traffic management').first()).toBeVisible();
      await expect(history.getByText('Fatigue')).toHaveCount(0);
      await adviser.context().close();
    });
  });

  test(`a record that somebody changed behind our back is found out, at ${width} px`, async ({ browser }) => {
    const own = await open(browser, learner, '/record');
    /** The signed record as its person takes it away. */
    const takeAway = async (name: string): Promise<string> => {
      const file = path.join(demonstration().dataDir, `${width}-${name}.json`);
      const link = own.getByRole('link', { name: 'Signed record (JSON)', exact: true });
      const [download] = await Promise.all([own.waitForEvent('download'), link.click()]);
      await download.saveAs(file);
      return file;
    };
    const whole = await demonstration().lms(['verify', await takeAway('before')]);
    expect([whole.code, whole.stdout]).toEqual([0, expect.stringContaining('All is well.')]);

    /** The second completion, as the superuser could move it and nobody else; back again for the journeys after this one. */
    const move = (days: number) =>
      withDatabase(
        demonstration().dataDir,
        async (sql) => {
          const [name] = await sql('select person_id from sign_in_name where lower(name) = lower($1)', [learner]);
          await sql('alter table ledger_entry disable trigger user');
          const changed = await sql(
            `update ledger_entry l set body = replace(body, completed_on::text, (completed_on + $2::int)::text),
               completed_on = completed_on + $2::int
             where person_id = $1 and kind = 'completion' and seq = (
               select min(seq) + 1 from ledger_entry where person_id = $1 and kind = 'completion') returning seq`,
            [name?.['person_id'], days],
          );
          await sql('alter table ledger_entry enable trigger user');
          return changed;
        },
        'postgres',
      );
    const [entry] = await move(1);
    const tampered = await demonstration().lms(['verify', await takeAway('after')]);
    expect(tampered.code).not.toBe(0);
    expect(tampered.stdout + tampered.stderr).toContain(`Entry ${String(entry?.['seq'])}: its text was changed`);
    await move(-1);
    expect((await demonstration().lms(['verify', await takeAway('again')])).code).toBe(0);
    await own.context().close();
  });
}
