import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.js';

/** Everything asked for has come, and nothing moves or changes any more: half-faded text has another contrast. */
async function atRest(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true], [data-skeleton]')).toHaveCount(0);
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const ends = (animation: Animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime);
    const over = ({ finished }: Animation) => finished.catch(() => undefined);
    await Promise.all(document.getAnimations().filter(ends).map(over));
    // What has faded is taken away a moment later, and an answer that has just come is still being drawn.
    const [STILL, AT_MOST] = [60, 3000];
    await new Promise<void>((resolve) => {
      const done = () => {
        observer.disconnect();
        clearTimeout(still);
        clearTimeout(last);
        resolve();
      };
      let still = setTimeout(done, STILL);
      const last = setTimeout(done, AT_MOST);
      const observer = new MutationObserver(() => {
        clearTimeout(still);
        still = setTimeout(done, STILL);
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  });
}

/** A run that only counts takes no pictures: nobody would look at them. */
const PICTURES = process.env['WAYMARK_JOURNEYS'] !== 'counted';

/** Looks at every page it passes: accessible, not wider than the screen, and a picture to look at afterwards. */
export class Tour {
  private n = 0;

  constructor(
    private readonly folder: string,
    private readonly width: number,
  ) {
    if (PICTURES) mkdirSync(this.place, { recursive: true });
  }

  async look(page: Page, name: string): Promise<void> {
    this.n += 1;
    await atRest(page);
    if (PICTURES) await this.picture(page, name);
    // At the top nothing that sticks there lies over what is looked at.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectNoSidewaysScroll(page, name);
    await expectAccessible(page, name);
  }

  private picture(page: Page, name: string): Promise<Buffer> {
    const file = `${String(this.n).padStart(2, '0')}-${name}.png`;
    return page.screenshot({ path: path.join(this.place, file), fullPage: true });
  }

  private get place(): string {
    return path.join('test-results', this.folder, String(this.width));
  }
}
