import type { Locator, Page } from '@playwright/test';

/** Lifts `grip` and lets it go over the middle of `target`, as a hand would: with a way in between. */
export type Drag = (page: Page, grip: Locator, target: Locator) => Promise<void>;

interface Point {
  x: number;
  y: number;
}
const steps = 12;
/** Longer than a finger has to rest before it lifts something. */
const restMs = 300;

async function middle(place: Locator): Promise<Point> {
  const box = await place.boundingBox();
  if (!box) throw new Error('What is dragged, or where to, is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Both ends on the screen at once, below what sticks at its top. */
async function ends(grip: Locator, target: Locator): Promise<[Point, Point]> {
  await grip.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  return [await middle(grip), await middle(target)];
}

const between = (from: Point, to: Point): Point[] =>
  Array.from({ length: steps }, (_, at) => ({
    x: from.x + ((to.x - from.x) * (at + 1)) / steps,
    y: from.y + ((to.y - from.y) * (at + 1)) / steps,
  }));

export const dragByMouse: Drag = async (page, grip, target) => {
  const [from, to] = await ends(grip, target);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const { x, y } of between(from, to)) await page.mouse.move(x, y);
  await page.waitForTimeout(restMs);
  await page.mouse.up();
};

/** With real touches of the browser, not with events that a script made up. */
export const dragByTouch: Drag = async (page, grip, target) => {
  const [from, to] = await ends(grip, target);
  const browser = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [from]);
  await page.waitForTimeout(restMs);
  for (const point of between(from, to)) await touch('touchMove', [point]);
  await page.waitForTimeout(restMs);
  await touch('touchEnd', []);
  await browser.detach();
};
