import type { Browser, Page } from '@playwright/test';
import { type Drag, dragByMouse, dragByTouch } from './drag.js';
import { signIn } from './sign-in.js';

/** Two of the demonstration's People Team: who writes, and who approves. */
export const AUTHOR = 'helen.marsh@nationalhighways.example';
export const SECOND = 'daniel.osei@nationalhighways.example';

/** A mouse at a desk, a finger on a phone. */
export const WIDTHS = [
  {
    width: 1280,
    height: 900,
    code: 'DESK',
    drag: dragByMouse,
    hasTouch: false,
    learners: ['priya.nair@costain.example', 'tom.brackley@brackenfell.example'],
  },
  {
    width: 360,
    height: 780,
    code: 'PHONE',
    drag: dragByTouch,
    hasTouch: true,
    learners: ['aisha.karim', 'owen.tranter@wsp.example'],
  },
] as const satisfies readonly Place[];

interface Place {
  width: number;
  height: number;
  /** What makes codes and titles differ from those of the other width. */
  code: string;
  drag: Drag;
  hasTouch: boolean;
  /** Sign-in names of two people who learn. */
  learners: readonly [string, string];
}

/** Opens pages of an instance for people who sign in on a desk or a phone. */
export const openingAt =
  (instance: () => { url: string }, { width, height, hasTouch }: Pick<Place, 'width' | 'height' | 'hasTouch'>) =>
  async (browser: Browser, name: string, address: string): Promise<Page> => {
    const viewport = { width, height };
    const page = await (
      await browser.newContext({ viewport, hasTouch, locale: 'en-GB', timezoneId: 'Europe/London' })
    ).newPage();
    await page.goto(`${instance().url}${address}`);
    await signIn(page, name);
    return page;
  };
