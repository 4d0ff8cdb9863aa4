import { expect, type Page } from '@playwright/test';
import type { Keyboard } from './keyboard.js';

/** What is right for the questions of the template, by their text. */
const TEMPLATE: Record<string, string[]> = {
  'What do you do first when a vehicle enters the works?': ['Sound the alarm'],
  'Who may stop the work?': ['Anybody on site', 'The supervisor'],
  'Cones stop a lorry.': ['False'],
  'Match each sign with what it means.': ['Red cross = Lane closed', 'White arrow = Move over', 'End = Limits end'],
  'Put the steps in order.': ['Sound the alarm', 'Go to the refuge', 'Count heads'],
  'How wide is the lateral safety zone at 50 mph?': ['1,2'],
  'What is the place called to which everybody goes?': ['  REFUGE'],
};

/** A quiz as somebody takes it who has only a keyboard. */
export class QuizByKeyboard {
  private readonly right: Record<string, string[]>;

  constructor(
    private readonly page: Page,
    private readonly keys: Keyboard,
    more: Record<string, string[]>,
  ) {
    this.right = { ...TEMPLATE, ...more };
  }

  /** From the first question to the page before handing in. */
  async goThrough(answer: (question: string, place: number) => Promise<void>): Promise<void> {
    for (let place = 1; ; place += 1) {
      const heading = this.page.getByRole('heading', { name: new RegExp(`^Question ${place} of`) });
      await expect(heading).toBeFocused();
      const text = (await heading.textContent()) ?? '';
      const [, count = '0', question = ''] = /^Question \d+ of (\d+)(.*)$/s.exec(text) ?? [];
      await answer(question, place);
      const last = place === Number(count);
      await this.keys.to(last ? 'Look it over' : 'Next');
      await this.keys.press('Enter');
      if (last) return expect(this.page.getByRole('heading', { name: 'Look over your answers' })).toBeFocused();
    }
  }

  async answerRightly(question: string): Promise<void> {
    const answers = this.right[question];
    if (!answers) throw new Error(`No answer is known to: ${question}`);
    const form = this.page.locator('main form');
    if (await form.getByRole('combobox').count()) return this.match(answers);
    if (await form.getByRole('button', { name: /^Move up/ }).count()) return this.order(answers);
    if (await form.getByRole('textbox').count()) {
      await this.keys.to(/^Your answer/);
      return this.keys.type(answers[0] ?? '');
    }
    return this.choose(answers);
  }

  /** Radio buttons: Tab comes to the first, the arrows choose. Check boxes: each by itself. */
  async choose(answers: string[]): Promise<void> {
    const radios = this.page.locator('main form').getByRole('radio');
    if ((await radios.count()) === 0) {
      const names = await this.page.locator('main form label').allTextContents();
      for (const name of names.filter((each) => answers.includes(each))) {
        await this.keys.to(name);
        await this.keys.press('Space');
      }
      return;
    }
    await this.keys.to(/./);
    await this.keys.press('Space');
    for (let i = await radios.count(); i > 0 && !answers.includes(await this.keys.here()); i -= 1)
      await this.keys.press('ArrowDown');
    await expect(this.page.getByRole('radio', { name: answers[0], exact: true })).toBeChecked();
  }

  private async match(pairs: string[]): Promise<void> {
    const lists = this.page.locator('main form').getByRole('combobox');
    for (const list of await lists.all()) {
      const name = (await list.getAttribute('aria-label')) ?? '';
      const [left, right] = pairs.map((pair) => pair.split(' = ')).find(([each]) => name.endsWith(` ${each}`)) ?? [];
      await this.keys.to(new RegExp(`^Belongs to ${left}$`));
      await this.keys.type(right ?? '');
      await expect(list.locator('option:checked')).toHaveText(right ?? '');
    }
  }

  private async order(wanted: string[]): Promise<void> {
    const rows = this.page.locator('main form ol li');
    let moves = 0;
    for (const [target, text] of wanted.entries()) {
      for (let tries = wanted.length; tries > 0; tries -= 1) {
        const place = (await rows.allTextContents()).findIndex((row) => row.includes(text));
        if (place === target) break;
        if ((await this.keys.here()) !== `Move up ${text}`) await this.backTo(`Move up ${text}`);
        await this.keys.press('Enter');
        moves += 1;
      }
    }
    if (moves > 0) return;
    await this.keys.to('This order is right');
    await this.keys.press('Enter');
  }

  /** From the heading again, since an earlier row lies behind. */
  private async backTo(name: string): Promise<void> {
    await this.keys.from(this.page.locator('main form h2'));
    await this.keys.to(name);
  }

  async handIn(): Promise<void> {
    await this.keys.to('Hand in');
    await this.keys.press('Enter');
    await expect(this.page.getByRole('dialog', { name: 'Hand in your answers?' })).toBeVisible();
    if ((await this.keys.here()) !== 'Hand in now') await this.keys.to('Hand in now');
    await this.keys.press('Enter');
  }
}
