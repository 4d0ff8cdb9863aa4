import { type Browser, test as base } from '@playwright/test';
import { type Instance, startInstance } from '../../../tools/instance.mjs';

const closeAll = (browser: Browser) => Promise.all(browser.contexts().map((context) => context.close()));

/**
 * Every journey is a test of this kind: Playwright starts another worker for another kind. `demonstration` is one instance
 * for all journeys that one worker plays, started where the first of them asks for it; after a failure, worker and instance
 * are new. Who changes what others count on, or needs a clock or settings, starts an instance of their own.
 */
export const test = base.extend<object, { demonstration: Instance }>({
  demonstration: [
    async ({ browser }, use) => {
      const instance = await startInstance({ demo: true });
      await use(instance);
      await closeAll(browser);
      await instance.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** The demonstration of this file's journeys, from their first one on; the pages that they leave open are closed. */
export function sharedDemonstration(): () => Instance {
  let instance: Instance | undefined;
  test.beforeAll(({ demonstration }) => {
    instance = demonstration;
  });
  test.afterAll(async ({ browser }) => {
    await closeAll(browser);
  });
  return () => {
    if (!instance) throw new Error('The demonstration is there from the first journey on');
    return instance;
  };
}
