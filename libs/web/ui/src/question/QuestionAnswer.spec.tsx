import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { AnswerTexts, AskedBody, GivenAnswer } from './asked.js';
import { QuestionAnswer } from './QuestionAnswer.js';
import { readsAsNumber } from './reads-as-number.js';

const texts: AnswerTexts = {
  right: 'True',
  wrong: 'False',
  choose: 'Choose',
  matchOf: (left) => `Belongs to ${left}`,
  chosenTwice: (text) => `${text} is chosen twice.`,
  up: (text) => `Up ${text}`,
  down: (text) => `Down ${text}`,
  moved: (text, place, count) => `${text} is ${place} of ${count}.`,
  keepOrder: 'Right as it is',
  number: 'Number',
  notANumber: 'Not a number.',
  yourAnswer: 'Words',
};

/** Shows a question and keeps every answer that is given to it. */
function show(body: AskedBody, start: GivenAnswer | null = null): (GivenAnswer | null)[] {
  const given: (GivenAnswer | null)[] = [];
  function Page() {
    const [answer, setAnswer] = useState(start);
    const onAnswer = (next: GivenAnswer | null) => {
      given.push(next);
      setAnswer(next);
    };
    return (
      <>
        <h2 id="asked">Asked</h2>
        <QuestionAnswer body={body} answer={answer} labelledBy="asked" texts={texts} onAnswer={onAnswer} />
      </>
    );
  }
  render(<Page />);
  return given;
}
const three = [
  { id: 'a', text: 'Alarm' },
  { id: 'b', text: 'Refuge' },
  { id: 'c', text: 'Heads' },
];

describe('answering a question', () => {
  it('gives one choice, named by the question', async () => {
    const given = show({ type: 'single', choices: three });
    await userEvent.click(screen.getByText('Refuge'));
    expect(given).toEqual([{ type: 'single', choiceId: 'b' }]);
    expect(screen.getByRole('radiogroup', { name: 'Asked' })).not.toBeNull();
  });

  it('gives several choices in their order, and none when all are taken off', async () => {
    const given = show({ type: 'multiple', choices: three });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Heads' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Alarm' }));
    expect(given.at(-1)).toEqual({ type: 'multiple', choiceIds: ['a', 'c'] });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Heads' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Alarm' }));
    expect(given.at(-1)).toBeNull();
  });

  it('takes an answer of another type for none', () => {
    show({ type: 'true-false' }, { type: 'numeric', value: '1' });
    expect(screen.getAllByRole('radio').some((radio) => radio.matches(':checked'))).toBe(false);
  });

  it('matches, takes a match back, and says when a right side is used twice', async () => {
    const rights = [
      { id: 'x', text: 'First' },
      { id: 'y', text: 'Second' },
    ];
    const given = show({ type: 'matching', lefts: three.slice(0, 2), rights });
    const alarm = screen.getByRole('combobox', { name: 'Belongs to Alarm' });
    await userEvent.selectOptions(alarm, 'First');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Belongs to Refuge' }), 'First');
    expect(given.at(-1)).toEqual({ type: 'matching', pairs: { a: 'x', b: 'x' } });
    expect(screen.getByText('First is chosen twice.')).not.toBeNull();
    await userEvent.selectOptions(alarm, '');
    expect(given.at(-1)).toEqual({ type: 'matching', pairs: { b: 'x' } });
  });

  it('moves by keyboard, keeps the focus and stops at the ends', async () => {
    const given = show({ type: 'ordering', items: three });
    screen.getByRole('button', { name: 'Down Alarm' }).focus();
    await userEvent.keyboard('{Enter}{Enter}{Enter}');
    expect(given).toEqual([
      { type: 'ordering', itemIds: ['b', 'a', 'c'] },
      { type: 'ordering', itemIds: ['b', 'c', 'a'] },
    ]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Down Alarm' }));
    expect(screen.getByText('Alarm is 3 of 3.')).not.toBeNull();
  });

  it('shows items that an answer does not name at the end', () => {
    show({ type: 'ordering', items: three }, { type: 'ordering', itemIds: ['c'] });
    expect(screen.getAllByRole('listitem').map((item) => item.dataset['item'])).toEqual(['c', 'a', 'b']);
  });

  it('hints at what is no number, with the unit beside it', async () => {
    const given = show({ type: 'numeric', unit: 'm' });
    await userEvent.type(screen.getByLabelText('Number'), 'far');
    expect(screen.getByText('Not a number.')).not.toBeNull();
    await userEvent.clear(screen.getByLabelText('Number'));
    expect(given.at(-1)).toBeNull();
    expect(screen.queryByText('Not a number.')).toBeNull();
  });
});

describe('a number as people type it', () => {
  it.each(['1', '-2.5', '−2,5', '.5', '1,000.5', '1 000', '1.2 m', '1.2M'])('takes %s', (text) => {
    expect(readsAsNumber(text, 'm')).toBe(true);
  });
  it.each(['', 'm', 'one', '1.2 km', '1-2', '-'])('does not take “%s”', (text) => {
    expect(readsAsNumber(text, 'm')).toBe(false);
  });
});
