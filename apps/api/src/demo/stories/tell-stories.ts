import type { INestApplicationContext } from '@nestjs/common';
import { OutboxRelay } from '@lms/api-platform';
import type { Alliance } from '@lms/demo';
import { Desk } from './desk.js';
import { erasureStories } from './erasures.js';
import { exemptionStories } from './exemptions.js';
import { importStories } from './imports.js';
import { leaveStories } from './leave.js';
import { mergeStories } from './merges.js';
import { moreTimeStories } from './more-time.js';
import { requestStories } from './requests.js';
import type { StoryClock } from './story-clock.js';

/**
 * What people did with the product before today, each by its own use case on its own day, and what followed from it at once.
 * In the order of the days, as it would have been.
 */
export async function tellStories(app: INestApplicationContext, clock: StoryClock, alliance: Alliance): Promise<void> {
  const relay = app.get(OutboxRelay, { strict: false });
  await relay.drain();
  const desk = await Desk.at(app, clock, alliance);
  const stories = [
    ...leaveStories(),
    ...exemptionStories(),
    ...moreTimeStories(),
    ...requestStories(),
    ...importStories(),
    ...mergeStories(alliance),
    ...erasureStories(),
  ];
  for (const { ago, hour, tell } of stories.toSorted((a, b) => b.ago - a.ago || a.hour - b.hour)) {
    clock.goTo(new Date(`${desk.day(-ago)}T${String(hour).padStart(2, '0')}:00:00.000Z`));
    await tell(desk);
    await relay.drain();
  }
  clock.goTo(null);
}
