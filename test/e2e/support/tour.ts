import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.js';

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
    await page.waitForTimeout(250);
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
