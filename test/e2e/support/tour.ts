import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.js';

/** Everything asked for has come, and nothing moves any more: half-faded text has another contrast. */
async function atRest(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const ends = (animation: Animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime);
    const over = ({ finished }: Animation) => finished.catch(() => undefined);
    await Promise.all(document.getAnimations().filter(ends).map(over));
  });
}

/** Looks at every page it passes: accessible, not wider than the screen, and a picture to look at afterwards. */
export class Tour {
  private n = 0;

  constructor(
    private readonly folder: string,
    private readonly width: number,
  ) {
    mkdirSync(this.place, { recursive: true });
  }

  async look(page: Page, name: string): Promise<void> {
    this.n += 1;
    await atRest(page);
    const file = `${String(this.n).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: path.join(this.place, file), fullPage: true });
    // At the top nothing that sticks there lies over what is looked at.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectNoSidewaysScroll(page, name);
    await expectAccessible(page, name);
  }

  private get place(): string {
    return path.join('test-results', this.folder, String(this.width));
  }
}
