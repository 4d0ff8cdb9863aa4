import type { Browser, BrowserContext, Frame, Page, Response } from 'playwright-core';
import type { CommitRequest, CommitResult } from '@lms/contracts';
import type { Random } from './random.js';
import { PASSWORD } from './prepare.js';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface PagesWindow {
  page?: number;
  resumedAt?: number;
  finish: () => string;
}

/** A learner in a real browser, in the product's own player; its tabs are closed without warning. */
export class BrowserLearner {
  readonly faults: string[] = [];
  tabsClosed = 0;
  certain = 0;
  done = false;
  #context: BrowserContext | null = null;

  constructor(
    private readonly browser: Browser,
    private readonly origin: string,
    private readonly address: string,
    private readonly name: string,
    private readonly random: Random,
  ) {}

  async run(visits: number): Promise<void> {
    const context = (this.#context = await this.browser.newContext({ locale: 'en-GB' }));
    await this.#signIn(context);
    for (let visit = 1; visit <= visits; visit += 1) {
      const { page, frame } = await this.#openLesson(context);
      await wait(this.random.between(300, 2500));
      if (visit < visits) {
        this.tabsClosed += 1;
        // Half of them crash, half are closed and may still say a word.
        await page.close({ runBeforeUnload: this.random.chance(0.5) });
        continue;
      }
      await frame.evaluate(() => (window as unknown as PagesWindow).finish());
      await page.getByText('Course complete').waitFor({ timeout: 180_000 });
      this.done = true;
      await page.close();
    }
  }

  close(): Promise<void> {
    return this.#context?.close() ?? Promise.resolve();
  }

  async #signIn(context: BrowserContext): Promise<void> {
    for (;;) {
      const page = await context.newPage();
      try {
        await page.goto(`${this.origin}/sign-in`, { timeout: 15_000 });
        const status = await page.evaluate(
          async ([name, password]) =>
            (
              await fetch('/api/v1/auth/sign-in', {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ name, password }),
              })
            ).status,
          [this.name, PASSWORD] as const,
        );
        if (status < 300) return;
      } catch {
        await wait(300);
      } finally {
        await page.close();
      }
    }
  }

  /** Opens the lesson, and opens it again when the network had swallowed a part of the page. */
  async #openLesson(context: BrowserContext): Promise<{ page: Page; frame: Frame }> {
    for (;;) {
      const page = await context.newPage();
      page.on('response', (response) => void this.#hear(response));
      const certain = this.certain;
      try {
        await page.goto(this.address, { timeout: 15_000, waitUntil: 'domcontentloaded' });
        const frame = await this.#lessonOf(page);
        const resumed = await frame.evaluate(() => (window as unknown as PagesWindow).resumedAt ?? -1);
        if (resumed < certain) {
          this.faults.push(
            `${this.name}: the browser resumed at page ${resumed}, but page ${certain} was acknowledged`,
          );
        }
        return { page, frame };
      } catch {
        await page.close();
      }
    }
  }

  async #lessonOf(page: Page): Promise<Frame> {
    for (let tries = 0; tries < 120; tries += 1) {
      const frame = page.frames().find((one) => one.url().endsWith('/index.html'));
      const ready = await frame
        ?.evaluate(() => (window as unknown as PagesWindow).page !== undefined)
        .catch(() => false);
      if (frame && ready) return frame;
      await wait(100);
    }
    throw new Error('The lesson did not start');
  }

  async #hear(response: Response): Promise<void> {
    if (!/\/launches\/[^/]+\/commits$|__waymark\/commits$/.test(response.url()) || !response.ok()) return;
    try {
      const { entries } = JSON.parse(response.request().postData() ?? '{}') as CommitRequest;
      const { acknowledged, superseded } = (await response.json()) as CommitResult;
      if (superseded) return;
      const kept = entries.filter((entry) => acknowledged.includes(entry.seq));
      const pages = kept.map((entry) => Number(entry.set?.['cmi.core.lesson_location'] ?? 0));
      this.certain = Math.max(this.certain, ...pages);
    } catch {
      // The tab has gone before its answer could be read: then nobody was told.
    }
  }
}
