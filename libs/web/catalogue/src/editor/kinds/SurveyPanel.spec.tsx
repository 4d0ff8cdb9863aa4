import { afterEach, describe, expect, it } from '@jest/globals';
import type { SurveySettings } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { activity } from '../../testing/fixtures.js';
import { adviser, inside } from '../../testing/inside.js';
import { firstSettings } from './first-settings.js';
import { SurveyPanel } from './SurveyPanel.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

async function show(): Promise<SurveySettings[]> {
  const saved: SurveySettings[] = [];
  stubApi({ 'GET /me': adviser });
  const panel = (
    <SurveyPanel
      courseId="c"
      versionId="v"
      activity={activity(1, 'Exit survey')}
      settings={firstSettings('survey', '') as SurveySettings}
      onSave={(settings) => saved.push(settings)}
    />
  );
  renderRoutes(inside([{ path: '/', element: panel }]), '/');
  await screen.findByRole('textbox', { name: 'Before the first question' });
  return saved;
}

describe('the panel of a survey', () => {
  it('is anonymous until its author says otherwise', async () => {
    const saved = await show();
    await userEvent.click(screen.getByRole('checkbox', { name: /^Anonymous/ }));
    expect(saved.at(-1)).toMatchObject({ anonymous: false });
  });

  it('writes, moves and removes questions of each kind, and keeps none without words', async () => {
    const saved = await show();
    const add = () => userEvent.click(screen.getByRole('button', { name: 'Add a question' }));
    await add();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Question 1' }));
    await userEvent.keyboard('Would you come back?{Enter}');
    await userEvent.type(screen.getByRole('textbox', { name: 'What 1 means' }), 'Never{Enter}');
    await add();
    await userEvent.selectOptions(screen.getAllByRole('combobox', { name: 'Answered by' })[1]!, 'One choice');
    expect(saved.at(-1)?.questions).toHaveLength(1);
    await userEvent.type(screen.getByRole('textbox', { name: 'Question 2' }), 'Why?{Enter}');
    expect(screen.getByText('Two choices or more are needed before this can be published.')).not.toBeNull();
    for (const [n, text] of [
      [1, 'Pay'],
      [2, 'Travel'],
      [3, ''],
    ] as const) {
      await userEvent.click(screen.getByRole('button', { name: 'Add a choice' }));
      if (text) await userEvent.type(screen.getByRole('textbox', { name: `Choice ${n}` }), `${text}{Enter}`);
    }
    await userEvent.click(screen.getAllByRole('checkbox', { name: 'Has to be answered' })[1]!);
    await userEvent.click(screen.getByRole('button', { name: 'Move up Why?' }));
    expect(saved.at(-1)?.questions).toMatchObject([
      { text: 'Why?', required: false, body: { type: 'single', choices: [{ text: 'Pay' }, { text: 'Travel' }] } },
      { text: 'Would you come back?', required: true, body: { type: 'scale', low: 'Never', high: '' } },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Why?' }));
    expect(saved.at(-1)?.questions.map(({ text }) => text)).toEqual(['Would you come back?']);
  });
});
