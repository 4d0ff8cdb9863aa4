import { type Browser, expect, type Page } from '@playwright/test';
import { callerOf, changeEngagement, findPerson } from './support/api-caller.js';
import { sharedDemonstration, test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADVISER = 'helen.marsh@nationalhighways.example';
const SECOND = 'daniel.osei@nationalhighways.example';

/** Somebody in an office for each width, who moves to the site. */
const WIDTHS = [
  { width: 1280, height: 900, person: 'Owen Tranter', signInName: 'owen.tranter@wsp.example' },
  { width: 360, height: 780, person: 'Tom Brackley', signInName: 'tom.brackley@brackenfell.example' },
] as const;

const demonstration = sharedDemonstration();

test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** Moves somebody to the group, as their People Team would. */
async function moveTo(name: string, employmentGroup: string): Promise<void> {
  const call = await callerOf(demonstration(), ADVISER);
  const person = await findPerson(call, name);
  await changeEngagement(call, person.engagements[0]!, { employmentGroup });
}

// Journeys that come after count on these people's paths.
test.afterAll(async () => {
  for (const { person } of WIDTHS) await moveTo(person, 'office');
});

for (const { width, height, person, signInName } of WIDTHS) {
  const open = async (browser: Browser, name: string, address: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await page.goto(`${demonstration().url}${address}`);
    await signIn(page, name);
    return page;
  };

  test(`a rule is written, previewed, approved and applied, and follows people, at ${width} px`, async ({
    browser,
  }) => {
    const tour = new Tour('assignments', width);
    const adviser = await open(browser, ADVISER, '/rules');
    const name = `Hygiene for site people ${width}`;
    await moveTo(person, 'office');

    await test.step('it is written as conditions that read as a sentence', async () => {
      await expect(adviser.getByRole('link', { name: 'Plant–person for site roles' })).toBeVisible();
      await tour.look(adviser, 'rules');
      await adviser.getByRole('button', { name: 'New rule' }).click();
      await adviser.getByLabel('What is it called?').fill(name);
      await adviser.getByRole('button', { name: 'Write the rule' }).click();
      await expect(adviser.getByRole('heading', { name, level: 1 })).toBeVisible();
      await adviser.getByRole('button', { name: 'Add a condition' }).click();
      await adviser
        .getByRole('textbox', { name: 'in the group' })
        .or(adviser.getByRole('combobox', { name: 'in the group' }))
        .last()
        .click();
      await adviser.getByRole('option', { name: 'Site', exact: true }).click();
      await adviser.keyboard.press('Escape');
      const course = adviser
        .getByRole('textbox', { name: 'Course', exact: true })
        .or(adviser.getByRole('combobox', { name: 'Course', exact: true }))
        .last();
      await course.fill('hygiene');
      await adviser.getByRole('option', { name: 'Occupational hygiene' }).click();
      await adviser.keyboard.press('Escape');
      await expect(adviser.getByText(/Everyone in the site group must hold Occupational hygiene/)).toBeVisible();
      await expect(adviser.getByText(/^[\d,]+ people$/).first()).toBeVisible();
      await adviser.getByRole('button', { name: 'Save as an audience' }).click();
      await adviser.getByLabel('Name of the audience').fill(`Site people ${width}`);
      await adviser.getByRole('button', { name: 'Save as an audience' }).click();
      await expect(adviser.getByText(`The audience “Site people ${width}” is saved.`)).toBeVisible();
      await tour.look(adviser, 'draft');
      await adviser.getByLabel('And again').selectOption({ label: 'by a rhythm of its own' });
      await adviser.getByLabel('Counted').selectOption({ label: 'to fixed days of the year' });
      await expect(adviser.getByText('31 March', { exact: true })).toBeVisible();
      await tour.look(adviser, 'fixed-days');
      await adviser.getByLabel('And again').selectOption({ label: 'as the course says' });
      await expect(adviser.getByText(/a draft by .*\. Saved\./)).toBeVisible();
    });

    await test.step('its preview tells who gains it, and asks for a second person', async () => {
      await adviser.getByRole('button', { name: 'Preview', exact: true }).click();
      await expect(adviser.getByRole('heading', { name: 'What applying will do' })).toBeVisible();
      await expect(adviser.getByText('More than 100 people get it or lose it, so two of you decide.')).toBeVisible();
      await tour.look(adviser, 'preview');
      await adviser.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(adviser.getByText('It comes from you, so somebody else decides.')).toBeVisible();
    });

    await test.step('somebody else approves it, and it is applied', async () => {
      const second = await open(browser, SECOND, new URL(adviser.url()).pathname);
      await second.getByRole('button', { name: 'Approve', exact: true }).click();
      await second.getByRole('button', { name: /^Apply to [\d,]+ people$/ }).click();
      await expect(
        second.getByText(/^Applied to everybody\. People it asks now and did not before: [1-9]/),
      ).toBeVisible({ timeout: 30_000 });
      await tour.look(second, 'applied');
      await second.context().close();
    });

    await test.step('somebody who moves to the site has it within seconds, and sees why', async () => {
      await moveTo(person, 'site');
      const learner = await open(browser, signInName, '/record');
      const why = learner.getByRole('link', { name: 'Why? Occupational hygiene' });
      await expect(async () => {
        await learner.reload();
        await expect(why).toBeVisible({ timeout: 2000 });
      }).toPass({ timeout: 30_000 });
      await why.click();
      await expect(learner.getByRole('heading', { name: `Rule “${name}”, version 1` })).toBeVisible();
      await expect(learner.getByText('in the site group', { exact: true }).first()).toBeVisible();
      await tour.look(learner, 'why');
      await learner.context().close();
    });

    await test.step('ending it is seen beforehand, and waits for a second person too', async () => {
      const address = new URL(adviser.url()).pathname;
      await adviser.goto(`${demonstration().url}${address}`);
      await adviser.getByRole('button', { name: 'End the rule' }).click();
      await expect(adviser.getByRole('heading', { name: 'What ending will do' })).toBeVisible();
      await tour.look(adviser, 'ending');
      await adviser.getByRole('button', { name: 'Ask for its end' }).click();
      await expect(adviser.getByText('Say why. It is kept with the rule.')).toBeVisible();
      await adviser.getByLabel('Why does it end?').fill('The induction covers it now');
      await adviser.getByRole('button', { name: 'Ask for its end' }).click();
      await expect(adviser.getByRole('heading', { name: 'Its end waits for a second person' })).toBeVisible();
      await expect(adviser.getByText('It comes from you, so somebody else decides.')).toBeVisible();
      const second = await open(browser, SECOND, '/rules?show=to-decide');
      await expect(second.getByRole('link', { name })).toBeVisible();
      await tour.look(second, 'to-decide');
      await second.getByRole('link', { name }).click();
      await expect(second.getByText('“The induction covers it now”')).toBeVisible();
      await tour.look(second, 'deciding-the-end');
      await second.getByRole('button', { name: /^End it for [\d,]+ people$/ }).click();
      await expect(second.getByText('Ended', { exact: true }).first()).toBeVisible();
      await second.context().close();
    });

    await test.step('the audience that was saved has a page, another name, and goes when nothing uses it', async () => {
      await adviser.goto(`${demonstration().url}/rules`);
      await adviser.getByRole('link', { name: 'Saved audiences' }).click();
      await adviser.getByRole('button', { name: `Rename Site people ${width}` }).click();
      await adviser.getByLabel('Name', { exact: true }).fill(`Everyone on site ${width}`);
      await adviser.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(adviser.getByRole('heading', { name: `Everyone on site ${width}` })).toBeVisible();
      await expect(adviser.getByText('No rule uses it.').first()).toBeVisible();
      await tour.look(adviser, 'audiences');
    });

    await test.step('its page changes whom it names, tells who comes in, and begins a rule', async () => {
      await adviser.getByRole('link', { name: `Everyone on site ${width}` }).click();
      await expect(adviser.getByRole('heading', { name: `Everyone on site ${width}`, level: 1 })).toBeVisible();
      await expect(adviser.getByRole('link', { name, exact: true })).toBeVisible();
      await expect(adviser.getByText('Version 1, ended.')).toBeVisible();
      await tour.look(adviser, 'audience');
      await adviser.getByRole('link', { name: 'Change it' }).click();
      await expect(adviser.getByText('It names the same people as what is saved.')).toBeVisible();
      await adviser
        .getByRole('textbox', { name: 'in the group' })
        .or(adviser.getByRole('combobox', { name: 'in the group' }))
        .last()
        .click();
      await adviser.getByRole('option', { name: 'Driver', exact: true }).click();
      await adviser.keyboard.press('Escape');
      await expect(adviser.getByText(/^[1-9][\d,]* come in, 0 go\.$/)).toBeVisible();
      await tour.look(adviser, 'audience-changed');
      await adviser.getByRole('button', { name: 'Save the audience' }).click();
      const said = 'Everyone in the site or driver group; before, everyone in the site group.';
      await expect(adviser.getByText(said)).toBeVisible();
      await expect(adviser.getByText('Its own copy says something else: everyone in the site group.')).toBeVisible();
      await tour.look(adviser, 'audience-saved');
      await adviser.getByRole('link', { name: 'New rule for it' }).click();
      await expect(adviser.getByText('everyone in the site or driver group.')).toBeVisible();
      await tour.look(adviser, 'rule-for-it');
      await adviser.getByLabel('What is it called?').fill(`For drivers too ${width}`);
      await adviser.getByRole('button', { name: 'Write the rule' }).click();
      await expect(adviser.getByRole('heading', { name: `For drivers too ${width}`, level: 1 })).toBeVisible();
      await expect(adviser.getByText(/^Everyone in the site or driver group is to be given something/)).toBeVisible();
      await adviser.getByRole('button', { name: 'Discard the draft' }).click();
      await expect(adviser.getByText('The draft is gone.')).toBeVisible();
      await adviser.getByRole('link', { name: 'Saved audiences' }).click();
      await adviser.getByRole('button', { name: `Delete Everyone on site ${width}` }).click();
      await adviser.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(adviser.getByRole('heading', { name: `Everyone on site ${width}` })).toHaveCount(0);
    });
    await adviser.context().close();
  });
}
