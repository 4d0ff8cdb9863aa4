import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown[]; html: string }[];
}

/** No violation of WCAG 2.2 AA on the page as it stands. What uploaded content does in its own frame is not ours. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const found = await page.evaluate(async (axe) => {
    if (!('axe' in window)) new Function(axe).call(window);
    const options = {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      iframes: false,
      resultTypes: ['violations'],
    };
    const runner: { run(context: unknown, options: unknown): Promise<{ violations: Violation[] }> } = Reflect.get(
      window,
      'axe',
    );
    const { violations } = await runner.run(document, options);
    return violations.map((v) => ({
      id: v.id,
      help: v.help,
      where: v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} ${n.html.slice(0, 160)}`),
    }));
  }, source);
  expect(found, what).toEqual([]);
}

/** Nothing sticks out sideways. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const [wide, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide, `${what}: width of the page`).toBeLessThanOrEqual((window ?? 0) + 1);
}
