import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { AUTHOR, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Tour } from './support/tour.js';

const demonstration = sharedDemonstration();
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-pack-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

for (const place of WIDTHS) {
  const { width } = place;
  test(`an audit pack of an organisation, at ${width} px`, async ({ browser }) => {
    test.setTimeout(180_000);
    const tour = new Tour('workbench-pack', width);
    const page = await openingAt(demonstration, place)(browser, AUTHOR, '/audit-pack');
    const form = page.getByRole('form', { name: 'Audit pack' });
    await test.step('it says what is missing, beside the field', async () => {
      await expect(page.getByRole('heading', { name: 'What is in it' })).toBeVisible();
      await form.getByRole('button', { name: 'Make the pack' }).click();
      await expect(form.getByText('Choose an organisation')).toBeVisible();
      await tour.look(page, 'missing');
    });

    await test.step('an organisation is found with the keyboard, and stands in the address', async () => {
      const field = form.locator('input').and(form.getByLabel('Organisation', { exact: true }));
      await field.focus();
      await field.pressSequentially('Dunm');
      await expect(form.getByRole('option')).toHaveText([/Dunmarsh Surfacing/]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(field).toHaveValue('Dunmarsh Surfacing');
      await expect(page).toHaveURL(/name=Dunmarsh/);
      await page.reload();
      await expect(field).toHaveValue('Dunmarsh Surfacing');
    });

    const file = path.join(folder, `${width}.zip`);
    await test.step('it is made in the background, and downloads', async () => {
      const coming = page.waitForEvent('download');
      await form.getByRole('button', { name: 'Make the pack' }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toMatch(/^Audit pack Dunmarsh Surfacing \d{4}-\d\d-\d\d\.zip$/);
      await download.saveAs(file);
      await expect(page.getByText('The pack is there, and downloads now.')).toBeVisible();
      await tour.look(page, 'made');
    });

    await test.step('whoever gets it checks it, and finds what was changed', async () => {
      const whole = await demonstration().lms(['verify', file]);
      expect(whole.stdout).toMatch(/Dunmarsh Surfacing as known at .*, \d+ people, \d+ records, \d+ files\./);
      expect(whole).toMatchObject({ code: 0 });
      expect(whole.stdout).toContain('All is well.');
      const bytes = await readFile(file);
      const within = bytes.indexOf('standing.csv') + 'standing.csv'.length + 40;
      bytes[within] = (bytes[within] ?? 0) ^ 1;
      await writeFile(`${file}.changed`, bytes);
      const changed = await demonstration().lms(['verify', `${file}.changed`]);
      expect(changed.code).not.toBe(0);
      expect(changed.stdout).toContain('standing.csv: it ');
    });

    await test.step('at an earlier moment, of a person, it stands among the files', async () => {
      await form.getByLabel('A person').click();
      await expect(form.getByLabel('A person')).toBeChecked();
      const field = form.locator('input').and(form.getByLabel('Person', { exact: true }));
      await field.focus();
      await field.pressSequentially('Tom Brack');
      await form.getByRole('option', { name: /Tom Brackley/ }).click();
      await form.getByLabel('At an earlier moment').check();
      await form.getByLabel('Date').fill('2099-01-01');
      await form.getByRole('button', { name: 'Make the pack' }).click();
      await expect(form.getByText('This moment has not come yet')).toBeVisible();
      await form.getByLabel('Date').fill('2026-01-05');
      await expect(page).toHaveURL(/at=2026-01-05T09/);
      await tour.look(page, 'earlier');
      const coming = page.waitForEvent('download');
      await form.getByRole('button', { name: 'Make the pack' }).click();
      await coming;
      await page.goto(`${demonstration().url}/files`);
      await expect(page.getByText('Person: Tom Brackley').first()).toBeVisible();
      await expect(page.getByText('As known on Mon 5 Jan 2026 at 09:00').first()).toBeVisible();
      await tour.look(page, 'files');
    });
  });
}
