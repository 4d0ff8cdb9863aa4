import { type Browser, expect } from '@playwright/test';
import { openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Tour } from './support/tour.js';

const ADMINISTRATOR = 'ada.lindqvist@nationalhighways.example';
const LEARNER = 'kofi.mensah';

const demonstration = sharedDemonstration();
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const place of WIDTHS) {
  const { width } = place;
  const open = openingAt(demonstration, place);

  test(`an administrator sees what somebody sees, who is told, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('support', width);
    const reason = `Cannot find a course, on a screen of ${width}`;
    const desk = await open(browser as Browser, ADMINISTRATOR, '/support');
    await expect(desk.getByRole('heading', { level: 1, name: 'Support' })).toBeVisible();
    await desk.getByRole('searchbox').fill('lindqvist');
    // Nobody looks through an administrator's eyes.
    await expect(desk.getByRole('heading', { level: 3, name: /Ada Lindqvist/ })).toBeVisible();
    await expect(desk.getByRole('button', { name: /See what they see/ })).toHaveCount(0);
    await desk.getByRole('searchbox').fill(LEARNER);
    await desk.getByRole('button', { name: 'See what they see Kofi Mensah' }).click();
    await desk.getByRole('button', { name: 'Look', exact: true }).click();
    await expect(desk.getByText('Say why.')).toBeVisible();
    await desk.getByLabel('Why').fill(reason);
    await tour.look(desk, 'reason');
    await desk.getByLabel('Why').press('Enter');

    const banner = desk.getByRole('complementary', { name: 'Looking through somebody’s eyes' });
    await expect(banner.getByText('You see what Kofi Mensah sees.', { exact: false })).toBeVisible();
    await expect(desk.getByRole('link', { name: 'Support' })).toHaveCount(0);
    await tour.look(desk, 'today');
    await desk.goto(`${demonstration().url}/record`);
    await expect(desk.getByRole('heading', { level: 1, name: 'My record' })).toBeVisible();
    await expect(banner).toBeVisible();
    await tour.look(desk, 'record');
    const refused = await desk.evaluate(async () => {
      const response = await fetch('/api/v1/me/privacy-notice', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"version":1}',
      });
      return [response.status, ((await response.json()) as { code: string }).code];
    });
    expect(refused).toEqual([403, 'impersonation-read-only']);
    await banner.getByRole('button', { name: 'End' }).focus();
    await desk.keyboard.press('Enter');
    await expect(desk.getByRole('heading', { level: 1, name: 'Support' })).toBeVisible();
    await expect(banner).toHaveCount(0);
    await desk.context().close();

    const learner = await open(browser as Browser, LEARNER, '/account');
    const looked = learner.getByRole('region', { name: 'When support saw what you see' });
    await expect(looked.getByText(reason, { exact: false })).toBeVisible();
    await expect(looked.getByRole('heading', { level: 3, name: 'Ada Lindqvist' }).first()).toBeVisible();
    await tour.look(learner, 'account');
    await learner.context().close();
  });
}
