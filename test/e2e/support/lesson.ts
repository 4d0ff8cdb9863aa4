import type { Frame, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Our own lesson, as a learner goes through it. */
export class Lesson {
  constructor(private readonly page: Page) {}

  /** The document of the package itself, two frames down, on its own host. */
  async frame(): Promise<Frame> {
    await expect.poll(() => this.inner() !== undefined, { timeout: 20_000 }).toBe(true);
    const frame = this.inner();
    if (!frame) throw new Error('The lesson did not open');
    await frame.locator('#next').waitFor({ timeout: 20_000 });
    return frame;
  }

  async place(): Promise<string> {
    const frame = await this.frame();
    return (await frame.locator('section:visible h2, .screen:visible h2').first().textContent()) ?? '';
  }

  async onward(screens: number): Promise<void> {
    const frame = await this.frame();
    for (let i = 0; i < screens; i += 1) await frame.locator('#next').click();
  }

  /** Goes to the questions, answers all of them rightly, and on to the result. */
  async pass(): Promise<void> {
    const frame = await this.frame();
    for (let i = 0; i < 12 && !(await frame.locator('fieldset').first().isVisible()); i += 1)
      await frame.locator('#next').click();
    for (const question of await frame.locator('fieldset[data-right]').all()) {
      const right = await question.getAttribute('data-right');
      // With the keyboard: nothing that lies over it on a small screen is in the way.
      await question.locator(`input[value="${right}"]`).press('Space');
      await question.getByRole('button', { name: 'Answer' }).press('Enter');
    }
    await frame.locator('#next').press('Enter');
  }

  /**
   * From a lesson that is done to the next stop. The link takes the place where the lesson's frame has been, and a browser
   * on a busy machine gives a mouse's press to that frame for some moments more: so the press is handed to the link itself.
   */
  async goOn(name: string | RegExp = /^Next:/): Promise<void> {
    const link = this.page.getByRole('link', { name });
    await expect(link).toBeVisible();
    await link.dispatchEvent('click');
  }

  private inner(): Frame | undefined {
    return this.page.frames().find((f) => /^http:\/\/c-[0-9a-f]+\./.test(f.url()) && !f.url().includes('/__waymark/'));
  }
}
