import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { callApi } from './support/browser-api.js';
import { AUTHOR, openingAt, SECOND, WIDTHS } from './support/desk-and-phone.js';
import { test } from './support/journey.js';
import { Tour } from './support/tour.js';

const ADMINISTRATOR = 'ada.lindqvist@nationalhighways.example';

let instance: Instance;
test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  instance = await startInstance({ demo: true });
});
test.afterAll(() => instance?.stop());

interface Facts {
  completions: { seq: number; certificate: string | null }[];
}
interface RecordFile {
  record: { person: { name: string }; entries: { hash: string }[] };
}

/** Somebody who left years ago, with a completion that others count. */
async function leaver(page: Page, familyName: string): Promise<string> {
  const organisations = await callApi<{ items: { id: string }[] }>(page, 'GET', '/organisations');
  const { id } = await callApi<{ id: string }>(page, 'POST', '/people', {
    person: { givenName: 'Wilfred', familyName, knownAs: null, contactEmail: 'wilfred@home.example', phone: null },
    engagement: {
      ...{ organisationId: organisations.items[0]?.id, employeeNumber: `W-${familyName}`, jobRole: 'Operative' },
      ...{ employmentGroup: 'site', startsOn: '2012-02-06', endsOn: '2024-03-29' },
    },
    invite: false,
  });
  const courses = await callApi<{ items: { courseId: string }[] }>(page, 'GET', '/catalogue?limit=1');
  await callApi(page, 'POST', `/people/${id}/completions`, {
    ...{ id: randomUUID(), courseId: courses.items[0]?.courseId, completedOn: '2023-05-04', note: 'On paper' },
  });
  // What the worker makes of a completion is theirs too: a preview is good for as long as nothing changes.
  const known = async () => (await callApi<{ digest: string }>(page, 'GET', `/people/${id}/erasure`)).digest;
  let last = '';
  await expect.poll(async () => last === (last = await known()), { intervals: [1000], timeout: 30_000 }).toBe(true);
  return id;
}

for (const place of WIDTHS) {
  const { width, code, learners } = place;
  const open = openingAt(() => instance, place);
  const inside = async (page: Page, heading: string): Promise<void> => {
    const notice = page.getByRole('button', { name: 'I have read this' });
    const wanted = page.getByRole('heading', { level: 1, name: heading });
    await notice.or(wanted).waitFor();
    if (await notice.isVisible()) await notice.click();
    await wanted.waitFor();
  };

  test(`data is taken along, and a person erased by two others, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('data-protection', width);
    const go = (who: string, address: string): Promise<Page> => open(browser as Browser, who, address);

    await test.step('a learner takes everything along', async () => {
      const page = await go(learners[0], '/account');
      await inside(page, 'Your account');
      await page.getByRole('link', { name: 'Download everything that is kept about you' }).click();
      await expect(page.getByRole('heading', { name: 'None yet' })).toBeVisible();
      await tour.look(page, 'your-data');
      await page.getByRole('button', { name: 'Make the file' }).click();
      const link = page.getByRole('link', { name: /^Download, \d/ });
      await expect(link).toBeVisible({ timeout: 30_000 });
      await tour.look(page, 'your-file');
      const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(file.suggestedFilename()).toBe('data.zip');
      await expect
        .poll(async () => (await callApi<{ items: { kind: string }[] }>(page, 'GET', '/my/notices')).items[0]?.kind)
        .toBe('data-ready');
      await page.goto(`${instance.url}/notices`);
      await page.getByRole('link', { name: 'The file with all your data is there' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Your data' })).toBeVisible();
      await page.context().close();
    });

    const adviser = await go(AUTHOR, '/people');
    await inside(adviser, 'People');
    const name = `Wilfred ${code}`;
    const personId = await leaver(adviser, code);
    const before = await callApi<RecordFile>(adviser, 'GET', `/people/${personId}/record.json`);
    const { completions } = await callApi<Facts>(adviser, 'GET', `/people/${personId}/record`);

    await test.step('a legal hold keeps it', async () => {
      await adviser.goto(`${instance.url}/people/${personId}`);
      await adviser.getByRole('main').getByRole('link', { name: 'Data protection', exact: true }).click();
      await expect(adviser.getByRole('heading', { level: 2, name: 'Erasure' })).toBeVisible();
      await adviser.getByRole('button', { name: 'Place a hold' }).click();
      await adviser.getByRole('button', { name: 'Place a hold' }).click();
      await expect(adviser.getByText('Say why.').first()).toBeVisible();
      await adviser.getByLabel('Reason').first().fill('A claim about the works of 2023');
      await tour.look(adviser, 'hold');
      await adviser.getByRole('button', { name: 'Place a hold' }).click();
      await expect(adviser.getByText('A legal hold keeps their data. It has to end first.')).toBeVisible();
      await adviser.getByRole('button', { name: 'End the hold' }).click();
      await adviser.getByRole('button', { name: 'End it now' }).click();
      await expect(adviser.getByText('They are kept until')).toBeVisible();
    });

    await test.step('one of the People Team previews and proposes', async () => {
      await expect(adviser.getByRole('table').getByText('Names and contacts')).toBeVisible();
      await adviser.getByRole('button', { name: 'Propose the erasure' }).click();
      await expect(adviser.getByText('Say why it cannot wait.')).toBeVisible();
      const form = adviser.getByRole('form', { name: 'Propose the erasure' });
      await form.getByLabel('Reason').fill('Asked by letter of 3 November');
      await form.getByLabel('Why before the period is over').fill('The claim is settled');
      await tour.look(adviser, 'preview');
      await form.getByRole('button', { name: 'Propose the erasure' }).click();
      await adviser.getByRole('link', { name: 'Look at it' }).click();
      await expect(adviser.getByText('You proposed it. Somebody else of the People Team decides.')).toBeVisible();
      await tour.look(adviser, 'proposed');
    });

    await test.step('another one looks and erases', async () => {
      const second = await go(SECOND, '/data-protection');
      await inside(second, 'Data protection');
      await expect(second.getByRole('link', { name: `Look ${name}` })).toBeVisible();
      await tour.look(second, 'to-decide');
      await second.getByRole('link', { name: `Look ${name}` }).click();
      await second.getByRole('button', { name: `Erase ${name}` }).click();
      await expect(second.getByRole('button', { name: 'Erase now' })).toBeVisible();
      await tour.look(second, 'decide');
      await second.getByRole('button', { name: 'Erase now' }).click();
      await expect(second.getByRole('heading', { level: 1, name: 'Erased person' })).toBeVisible();
      await tour.look(second, 'erased');
      for (const view of ['Decided', 'Due', 'Downloads', 'Legal holds', 'Periods']) {
        if (view === 'Decided') await second.getByRole('main').getByRole('link', { name: 'Data protection' }).click();
        await second.getByRole('link', { name: view, exact: true }).click();
        await expect(second.getByRole('link', { name: view, exact: true })).toHaveAttribute('aria-current', 'true');
        await tour.look(second, view.toLowerCase().replace(' ', '-'));
      }
      await second.context().close();
    });

    await test.step('the record counts on, without a name', async () => {
      const after = await callApi<RecordFile>(adviser, 'GET', `/people/${personId}/record.json`);
      expect(after.record.person.name).toBe('Erased person');
      expect(after.record.entries.map(({ hash }) => hash)).toEqual(before.record.entries.map(({ hash }) => hash));
      await adviser.goto(`${instance.url}/verify/${completions[0]?.certificate}`);
      await expect(adviser.getByText(/^This certificate (is valid|has expired)$/)).toBeVisible();
      await expect(adviser.getByText('Wilfred')).toHaveCount(0);
      await adviser.goto(`${instance.url}/people?q=wilfred`);
      await expect(adviser.getByText(name)).toHaveCount(0);
      await adviser.context().close();
    });

    await test.step('an administrator sets a period', async () => {
      const page = await go(ADMINISTRATOR, '/data-protection/retention');
      await inside(page, 'Data protection');
      await page.getByRole('button', { name: 'Change Mails in the outbox' }).click();
      await page.getByLabel('Days').fill('none');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Type a number from 1 to 3650, or nothing.')).toBeVisible();
      await page.getByLabel('Days').fill('400');
      await tour.look(page, 'period');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('400 days')).toBeVisible();
      await page.context().close();
    });
  });
}
