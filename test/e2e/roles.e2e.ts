import { type Browser, expect } from '@playwright/test';
import { addDays, londonDate } from '@lms/domain';
import { callerOf, findPerson } from './support/api-caller.js';
import { AUTHOR, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Keyboard } from './support/keyboard.js';
import { Tour } from './support/tour.js';

const demonstration = sharedDemonstration();
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const place of WIDTHS) {
  const { width } = place;
  const open = openingAt(demonstration, place);

  test(`roles are reviewed, renewed and withdrawn, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('roles', width);
    const today = londonDate(new Date());
    const call = await callerOf(demonstration(), AUTHOR);
    const person = await findPerson(call, 'Owen Tranter');
    for (const role of ['trainer', 'auditor'])
      await call('POST', `/people/${person.id}/grants`, { role, startsOn: today, endsOn: addDays(today, 9) });

    const desk = await open(browser as Browser, AUTHOR, '/roles');
    await expect(desk.getByRole('heading', { level: 2, name: 'People Team' })).toBeVisible();
    await tour.look(desk, 'by-role');
    await desk.getByLabel('Sort by').selectOption('organisation');
    await expect(desk.getByRole('heading', { level: 2, name: 'The whole Alliance' })).toBeVisible();
    await expect(desk).toHaveURL(/by=organisation/);
    await tour.look(desk, 'by-organisation');

    await desk.getByRole('link', { name: /End within 30 days/ }).click();
    const box = (role: string) => desk.getByRole('checkbox', { name: `Choose ${role}, Owen Tranter` });
    await box('Trainer').check();
    await box('Auditor').check();
    await expect(desk.getByText('2 roles chosen')).toBeVisible();
    await tour.look(desk, 'ends-soon');
    await desk.getByRole('button', { name: 'Renew', exact: true }).click();
    const dialog = desk.getByRole('dialog');
    await expect(dialog.getByRole('list', { name: 'These roles' }).getByRole('listitem')).toHaveCount(2);
    await tour.look(desk, 'renew');
    await dialog.getByRole('button', { name: 'Renew' }).click();
    await expect(desk.getByText(/2 roles go on until/)).toBeVisible();
    await expect(box('Trainer')).toHaveCount(0);

    await test.step('the last administrator stays', async () => {
      await desk.goto(`${demonstration().url}/roles?role=administrator`);
      await desk.getByRole('checkbox', { name: 'Choose Administrator, Ada Lindqvist' }).check();
      await desk.getByRole('button', { name: 'Withdraw' }).click();
      await dialog.getByRole('button', { name: 'Withdraw' }).click();
      await expect(dialog.getByText('Nobody would be an administrator any more.', { exact: false })).toBeVisible();
      await tour.look(desk, 'last-administrator');
      await dialog.getByRole('button', { name: 'Cancel' }).click();
    });

    await test.step('several are withdrawn by keyboard alone', async () => {
      await desk.goto(`${demonstration().url}/roles?q=owen+tranter&by=person`);
      await expect(box('Auditor').first()).toBeVisible();
      const keys = new Keyboard(desk);
      await keys.to('Choose all of these');
      await keys.press('Space');
      await expect(desk.getByText('4 roles chosen')).toBeVisible();
      await keys.to('Withdraw');
      await keys.press('Enter');
      await expect(dialog.getByRole('listitem')).toHaveCount(4);
      await tour.look(desk, 'withdraw');
      await dialog.getByLabel('Last day').fill(addDays(today, -1));
      await dialog.getByRole('button', { name: 'Withdraw' }).click();
      await expect(desk.getByText(/4 roles end on/)).toBeVisible();
      await expect(desk.getByRole('heading', { name: 'No role here.' })).toBeVisible();
      await tour.look(desk, 'none');
    });
    await desk.context().close();

    const reader = await open(browser as Browser, 'morwenna.hale@nationalhighways.example', '/roles');
    await expect(reader.getByRole('heading', { level: 2, name: 'People Team' })).toBeVisible();
    await expect(reader.getByRole('checkbox')).toHaveCount(0);
    await reader.context().close();
  });
}
