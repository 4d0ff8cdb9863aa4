import type { Locator, Page } from '@playwright/test';

const most = 120;

/** A person without a mouse: Tab until something has the focus, then a key. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Tabs on until what has the focus is called like this. */
  async to(name: string | RegExp): Promise<void> {
    const met: string[] = [];
    for (let i = 0; i < most; i += 1) {
      await this.press('Tab');
      const here = await this.here();
      if (typeof name === 'string' ? here === name : name.test(here)) return;
      met.push(here);
    }
    throw new Error(`Nothing called ${name} takes the focus; these do: ${[...new Set(met)].join(' | ')}`);
  }

  /** Goes on from a place that takes the focus by itself only when one moves there, such as a heading. */
  from(place: Locator): Promise<void> {
    return place.evaluate((element: HTMLElement) => element.focus());
  }

  /** What has the focus, by its name. */
  here(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!element) return '';
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : null;
      return (element.getAttribute('aria-label') ?? (label ?? element).textContent).trim();
    });
  }
}
