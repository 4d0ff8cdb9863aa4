import { Reconcile } from '@lms/api-assignments';
import type { Configuration } from '@lms/api-platform';
import type { Alliance } from '@lms/demo';
import { withApplication } from '../cli/with-application.js';
import { StoryClock } from './stories/story-clock.js';
import { tellStories } from './stories/tell-stories.js';

/** What people have done since the product is there, and what the rules give: worked out by the product itself. */
export async function liveOn(configuration: Configuration, alliance: Alliance): Promise<void> {
  const clock = new StoryClock();
  await withApplication(
    configuration,
    async (app) => {
      await tellStories(app, clock, alliance);
      await app.get(Reconcile, { strict: false }).run();
    },
    clock,
  );
}
