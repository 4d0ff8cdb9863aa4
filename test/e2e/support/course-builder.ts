import { expect, type Locator, type Page } from '@playwright/test';

/** The editor of a course's draft, as its author uses it. */
export class CourseBuilder {
  constructor(private readonly page: Page) {}

  /** Adds what is made here; its panel opens by itself where there is one. */
  async add(tile: string, title: string, minutes = ''): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${tile}`) })
      .first()
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Title').fill(title);
    await dialog.getByLabel('Minutes').fill(minutes);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(this.heading(title)).toBeVisible();
    await expect(dialog).toHaveCount(0);
  }

  heading(title: string): Locator {
    return this.page.getByRole('heading', { name: title, level: 3, exact: true });
  }
  grip(title: string): Locator {
    return this.page.getByRole('button', { name: `Drag ${title}` });
  }
  /** By keyboard, until arrows move it: places are measured, and keys heard, a moment after it is said to be picked up. */
  async pickUp(title: string, place: string): Promise<void> {
    await this.grip(title).focus();
    await this.page.keyboard.press('Space');
    await expect(this.page.getByText(`Picked up ${title}, ${place}`)).toBeAttached();
    await this.page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      await new Promise((heard) => setTimeout(heard, 50));
    });
  }
  async edit(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Edit ${title}` }).click();
  }
  async close(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Done ${title}` }).click();
    await expect(this.page.getByRole('button', { name: `Edit ${title}` })).toBeFocused();
  }

  /** The titles in order. */
  titles(): Promise<string[]> {
    return this.page
      .getByRole('list', { name: 'What people do, in order' })
      .getByRole('heading', { level: 3 })
      .allTextContents();
  }
  async expectOrder(...titles: string[]): Promise<void> {
    await expect.poll(() => this.titles()).toEqual(titles);
    await expect(this.bar.getByText('Saved', { exact: true })).toBeVisible();
  }

  /** Undo, redo, who else is here, preview. */
  get bar(): Locator {
    return this.page.getByRole('group', { name: 'This draft' });
  }
}
