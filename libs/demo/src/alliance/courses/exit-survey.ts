import type { SurveyAnswers, SurveyQuestion, SurveySettings } from '@lms/contracts';
import { idsOf } from '../ids.js';
import { randomOf } from '../random.js';

const ids = idsOf('Waymark');

const idOf = (key: string): string => ids('exit survey', key);

const question = (key: string, text: string, required: boolean, body: SurveyQuestion['body']): SurveyQuestion => ({
  id: idOf(key),
  text,
  required,
  body,
});
const choices = (key: string, texts: readonly string[]) =>
  texts.map((text, n) => ({ id: ids('exit survey', key, n), text }));

const REASONS = [
  'A new job',
  'My part of the scheme is done',
  'Pay',
  'Travel and shifts',
  'Retiring',
  'Something else',
];
const GOOD = ['The people', 'The work itself', 'Learning', 'Safety', 'My line manager'];

const why = choices('why', REASONS);
const good = choices('good', GOOD);
const QUESTIONS = [
  question('why', 'What is the main reason that you leave?', true, { type: 'single', choices: why }),
  question('good', 'What was good here?', false, { type: 'multiple', choices: good }),
  question('speak', 'I could speak up when something was not safe.', true, {
    ...{ type: 'scale', low: 'Never', high: 'Always' },
  }),
  question('ready', 'I was given what I needed to do my work well.', true, {
    ...{ type: 'scale', low: 'Not at all', high: 'Completely' },
  }),
  question('word', 'The Alliance in one word?', false, { type: 'short-text' }),
  question('change', 'What should we change?', false, { type: 'long-text' }),
];

export const exitSurvey = (): SurveySettings => ({
  kind: 'survey',
  instructions: 'Five minutes that help whoever comes after you. Say it as it is.',
  anonymous: true,
  questions: QUESTIONS,
});

const WORDS = ['Friendly', 'Busy', 'Safe', 'Complicated', 'Proud', 'Night shifts', 'Teamwork', 'Paperwork'];
const CHANGES = [
  'Tell us about night shifts two weeks ahead, not two days.',
  'The welfare cabins at the north compound are too small in winter.',
  'One induction for all sites would save everybody a morning.',
  'More toolbox talks from people who do the work.',
  'Keep the buddy system. It made my first month.',
  'Drawings reached us late; we built from the old revision once.',
  'Parking.',
  'Line managers change too often.',
];

/** Made-up answers of the `n`th person who left. */
export function exitAnswers(n: number): SurveyAnswers {
  const random = randomOf('exit survey', n);
  const liked = good.filter(() => random.chance(0.4)).map(({ id }) => id);
  return {
    [idOf('why')]: { choice: random.pick(why).id },
    ...(liked.length > 0 ? { [idOf('good')]: { choices: liked } } : {}),
    [idOf('speak')]: { scale: random.int(2, 5) },
    [idOf('ready')]: { scale: random.int(1, 5) },
    ...(random.chance(0.6) ? { [idOf('word')]: { text: random.pick(WORDS) } } : {}),
    ...(random.chance(0.5) ? { [idOf('change')]: { text: random.pick(CHANGES) } } : {}),
  };
}
