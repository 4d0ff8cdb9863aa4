import { type Browser, expect, type Page } from '@playwright/test';
import { sharedDemonstration, test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADVISER = 'helen.marsh@nationalhighways.example';
const SECOND = 'daniel.osei@nationalhighways.example';

/** A path, a newcomer and a buddy of their own for each width. */
const WIDTHS = [
  {
    ...{ width: 1280, height: 900, path: 'Site operative', newcomer: 'Aisha Karim', known: 'Aisha' },
    ...{ buddy: 'Priya Nair', seen: /shows you round the compound/ },
    ...{ newcomerSignIn: 'aisha.karim', buddySignIn: 'priya.nair@costain.example' },
  },
  {
    ...{ width: 360, height: 780, path: 'Office joiner', newcomer: 'Owen Tranter', known: 'Owen' },
    ...{ buddy: 'Tom Brackley', seen: /checks in with you/ },
    ...{ newcomerSignIn: 'owen.tranter@wsp.example', buddySignIn: 'tom.brackley@brackenfell.example' },
  },
] as const;

const demonstration = sharedDemonstration();

test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const each of WIDTHS) {
  const { width, height } = each;
  const open = async (browser: Browser, name: string, address: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await page.goto(`${demonstration().url}${address}`);
    await signIn(page, name);
    return page;
  };

  test(`a path gets a task and a choice, moves people, and a buddy does their part, at ${width} px`, async ({
    browser,
  }) => {
    const tour = new Tour('path', width);
    const adviser = await open(browser, ADVISER, '/paths');
    const title = `Lend {name} a hard hat ${width}`;

    await test.step('a new version is a draft that is drawn as the route', async () => {
      await adviser.getByRole('link', { name: each.path }).first().click();
      await expect(adviser.getByRole('heading', { name: each.path, level: 1 })).toBeVisible();
      await adviser.getByRole('button', { name: 'New version' }).click();
      await expect(adviser.getByRole('button', { name: 'Add a stage' })).toBeVisible();
      await adviser
        .getByRole('button', { name: 'Add a task First day' })
        .or(adviser.getByRole('button', { name: 'Add a task First shift' }))
        .click();
      await adviser.getByLabel('What is to be done').fill(title);
      await adviser.getByLabel('Who does it').selectOption({ label: 'Their buddy' });
      await adviser.getByLabel('How the newcomer reads it').fill('{who} lends you a hard hat');
      await expect(
        adviser.getByRole('list', { name: 'What people see' }).getByText('Your buddy lends you a hard hat'),
      ).toBeVisible();
      await expect(adviser.getByText('Saved', { exact: true })).toBeVisible();
      await tour.look(adviser, 'task');
    });

    await test.step('it is lifted and dropped by keyboard, and that is undone', async () => {
      const places = adviser.getByRole('list', { name: 'Stages' }).getByRole('button', { name: /^Drag / });
      const names = () => places.evaluateAll((grips) => grips.map((grip) => grip.getAttribute('aria-label')));
      const before = await names();
      const grip = adviser.getByRole('button', { name: `Drag ${title}` });
      await grip.focus();
      await adviser.keyboard.press('Space');
      // What is said for those who do not see it tells when there is a place to move from, and that it has moved.
      const said = adviser.getByText(/^At place \d+ of \d+ in /);
      await expect(said).toBeAttached();
      const lifted = await said.textContent();
      await adviser.keyboard.press('ArrowUp');
      await expect(said).not.toHaveText(lifted ?? '');
      await expect(grip).toHaveAttribute('aria-pressed', 'true');
      await adviser.keyboard.press('Space');
      await expect.poll(names).not.toEqual(before);
      await adviser.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect.poll(names).toEqual(before);
    });

    await test.step('people who are on it move, and it is seen who they are', async () => {
      await adviser.getByLabel('Major').check();
      await adviser.getByLabel('move to this one').check();
      await expect(
        adviser.getByRole('heading', { name: /^\d[\d,]* (person moves|people move) to this version$/ }),
      ).toBeVisible();
      await expect(adviser.getByText('Saved', { exact: true })).toBeVisible();
      await tour.look(adviser, 'running');
      await adviser.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(adviser.getByText('In review').first()).toBeVisible();
    });

    await test.step('the second person sees what changed, and publishes it', async () => {
      const second = await open(browser, SECOND, '/paths');
      await second.getByRole('link', { name: each.path }).first().click();
      const changes = second.getByRole('region', { name: 'What changed since version 1' });
      await expect(changes.getByRole('listitem')).toHaveCount(1);
      await expect(changes.getByText(title)).toBeVisible();
      await tour.look(second, 'review');
      await second.getByRole('button', { name: 'Approve and publish' }).click();
      await expect(second.getByRole('button', { name: 'New version' })).toBeVisible();
      await second.context().close();
    });

    await test.step('the newcomer gets a buddy', async () => {
      await adviser.goto(`${demonstration().url}/people?q=${encodeURIComponent(each.newcomer)}`);
      await adviser.getByRole('link', { name: each.newcomer }).first().click();
      await expect(adviser).toHaveURL(/people\/[0-9a-f-]{36}/);
      await adviser.goto(`${adviser.url().split('?')[0]}/record`);
      await adviser.getByRole('button', { name: /^Choose (a buddy|another)$/ }).click();
      await adviser.getByRole('searchbox', { name: 'Find a person' }).fill(each.buddy);
      await adviser
        .getByRole('button', { name: `Choose ${each.buddy}` })
        .first()
        .click();
      await expect(adviser.getByText(`Buddy: ${each.buddy}`)).toBeVisible();
      await tour.look(adviser, 'buddy');
      await adviser.context().close();
    });

    await test.step('the buddy finds it on Today, does it, and can take it back', async () => {
      const buddy = await open(browser, each.buddySignIn, '/');
      const lend = `Lend ${each.known} a hard hat ${width}`;
      // Whoever is on the path is moved a moment after it was published.
      await expect(async () => {
        await buddy.goto(`${demonstration().url}/tasks`);
        await expect(buddy.getByRole('heading', { name: lend })).toBeVisible({ timeout: 2000 });
      }).toPass();
      await tour.look(buddy, 'tasks');
      await buddy.goto(`${demonstration().url}/`);
      const section = buddy.getByRole('region', { name: 'To do for others' });
      await expect(section.getByRole('listitem').first()).toBeVisible();
      await tour.look(buddy, 'today-of-the-buddy');
      await buddy.goto(`${demonstration().url}/tasks`);
      await buddy.getByRole('button', { name: `Done ${lend}` }).click();
      await buddy.getByLabel('Note').fill('Size 58');
      await buddy.getByRole('button', { name: 'It is done' }).click();
      await expect(buddy.getByRole('heading', { name: lend })).toHaveCount(0);
      await buddy.getByRole('link', { name: /^Done by you/ }).click();
      await expect(buddy.getByText('Note: Size 58')).toBeVisible();
      await tour.look(buddy, 'done');
      await buddy.context().close();
    });

    await test.step('the newcomer sees it done on the route', async () => {
      const learner = await open(browser, each.newcomerSignIn, '/');
      await learner
        .getByRole('button', { name: 'I have read this' })
        .or(learner.getByRole('heading', { level: 1, name: /^Good / }))
        .waitFor();
      const notice = learner.getByRole('button', { name: 'I have read this' });
      if (await notice.isVisible()) await notice.click();
      const route = learner.getByRole('list', { name: `Your route: ${each.path}` });
      await expect(route).toBeVisible();
      const folded = route.getByRole('button', { name: /done$/ });
      if (await folded.isVisible()) await folded.click();
      await expect(route.getByRole('listitem').filter({ hasText: `${each.buddy} lends you a hard hat` })).toContainText(
        'Done',
      );
      await expect(route.getByText(each.seen)).toBeVisible();
      await tour.look(learner, 'route');
      await learner.context().close();
    });
  });
}
