import type { Locator, Page } from '@playwright/test';

/** The editor of a path's draft, as its author uses it. */
export class PathBuilder {
  constructor(private readonly page: Page) {}

  async addStage(name: string, day: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a stage' }).click();
    await this.page.getByLabel('Name of the stage').last().fill(name);
    await this.page.getByLabel('Days from the first day', { exact: true }).last().fill(day);
  }
  async addCourse(stage: string, title: string): Promise<void> {
    const find = this.stage(stage).getByLabel('Find a course by title, code or topic');
    if (!(await find.isVisible())) await this.page.getByRole('button', { name: `Add a course ${stage}` }).click();
    await find.fill(title);
    await this.page.getByRole('option', { name: title }).first().click();
    await this.grip(title).waitFor();
  }
  async addTask(stage: string, title: string, doer: string): Promise<void> {
    await this.page.getByRole('button', { name: `Add a task ${stage}` }).click();
    await this.page.getByLabel('What is to be done').fill(title);
    await this.page.getByLabel('Who does it').selectOption({ label: doer });
    await this.close(title);
  }
  async addMilestone(stage: string, title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Add a milestone ${stage}` }).click();
    await this.page.getByLabel('Name of the milestone').fill(title);
    await this.close(title);
  }
  /** Makes a choice of the two: either of them is enough. */
  async oneOfSeveral(one: string, other: string): Promise<void> {
    await this.open(one);
    await this.page.getByLabel('On its own, or one of several').selectOption({ label: 'One of several: a new choice' });
    await this.close(one);
    await this.open(other);
    await this.page.getByLabel('On its own, or one of several').selectOption({ index: 1 });
    await this.close(other);
  }
  async waitsFor(title: string, other: string): Promise<void> {
    await this.open(title);
    await this.page.getByLabel('Must be done first').selectOption({ label: other });
    await this.close(title);
  }
  async makeOptional(title: string): Promise<void> {
    await this.open(title);
    await this.page.getByLabel('Optional').check();
    await this.close(title);
  }

  grip(title: string): Locator {
    return this.page.getByRole('button', { name: `Drag ${title}`, exact: true });
  }
  /** The route that people will see. */
  get route(): Locator {
    return this.page.getByRole('list', { name: 'What people see' });
  }
  /** The titles of all steps in order. */
  async steps(): Promise<string[]> {
    const grips = this.stages.getByRole('list').getByRole('button', { name: /^Drag / });
    const names = await grips.evaluateAll((found) => found.map((grip) => grip.getAttribute('aria-label') ?? ''));
    return names.map((name) => name.replace(/^Drag /, ''));
  }

  private get stages(): Locator {
    return this.page.getByRole('list', { name: 'Stages' });
  }
  private stage(name: string): Locator {
    return this.stages
      .locator('> li')
      .filter({ has: this.page.getByRole('button', { name: `Drag ${name}`, exact: true }) });
  }
  private async open(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Details ${title}` }).click();
  }
  private async close(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Close ${title}` }).click();
  }
}
