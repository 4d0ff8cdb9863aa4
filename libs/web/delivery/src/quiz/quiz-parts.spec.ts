import { beforeEach, describe, expect, it } from '@jest/globals';
import type { QuestionFeedback } from '@lms/contracts';
import { answerLines, isAnswered, solutionLines } from './answer-in-words.js';
import { browserKeptAnswers, runsWithKeptAnswers } from './book/kept-answers.js';
import { mergeAnswers } from './book/merge-answers.js';
import { RunClock } from './book/run-clock.js';
import { sameAnswer } from './book/same-answer.js';
import { scoreText } from './result/score-text.js';
import { placeText, readPlace } from './run/place.js';
import { announcement, timeLeftText } from './run/time-words.js';
import { momentText } from './start/moment-words.js';
import { rulesOf } from './start/rules.js';
import { id, openRun, questions, quizStatus } from './testing/quiz-fixture.js';

const [single, multiple, , matching, ordering, numeric] = questions as [
  (typeof questions)[0],
  (typeof questions)[0],
  (typeof questions)[0],
  (typeof questions)[0],
  (typeof questions)[0],
  (typeof questions)[0],
];

describe('answers in words', () => {
  it('says each type as people would', () => {
    expect(answerLines(single, { type: 'single', choiceId: id(12) })).toEqual(['The radio']);
    expect(answerLines(multiple, { type: 'multiple', choiceIds: [id(21), id(23)] })).toEqual([
      'A lookout',
      'A supervisor',
    ]);
    expect(answerLines(matching, { type: 'matching', pairs: { [id(41)]: id(44) } })).toEqual([
      'Red cross – Lane closed',
      'Arrow – No answer',
    ]);
    expect(answerLines(ordering, { type: 'ordering', itemIds: [id(52), id(53), id(51)] })).toEqual([
      '1. Alarm',
      '2. Refuge',
      '3. Count heads',
    ]);
    expect(answerLines(numeric, { type: 'numeric', value: '1,2' })).toEqual(['1,2 m']);
    expect(answerLines(single, null)).toEqual([]);
    expect(answerLines(single, { type: 'numeric', value: '1' })).toEqual([]);
  });

  it('shows the right pairs in the order in which they were asked', () => {
    const feedback: QuestionFeedback = {
      questionId: matching.id,
      right: false,
      solution: { type: 'matching', pairs: { [id(42)]: id(43), [id(41)]: id(44) } },
      solutionText: 'Arrow – Move over\nRed cross – Lane closed',
      explanation: null,
    };
    expect(solutionLines(matching, feedback)).toEqual(['Red cross – Lane closed', 'Arrow – Move over']);
    expect(solutionLines(numeric, { ...feedback, solution: null, solutionText: '1.2 ± 0.1 m' })).toEqual([
      '1.2 ± 0.1 m',
    ]);
    expect(solutionLines(numeric, { ...feedback, solution: null, solutionText: null })).toEqual([]);
  });

  it('counts a matching question once every left side has a right one', () => {
    expect(isAnswered(matching, { type: 'matching', pairs: { [id(41)]: id(44) } })).toBe(false);
    expect(isAnswered(matching, { type: 'matching', pairs: { [id(41)]: id(44), [id(42)]: id(43) } })).toBe(true);
    expect(isAnswered(single, null)).toBe(false);
  });
});

describe('what waits on a device', () => {
  beforeEach(() => localStorage.clear());

  it('is kept by person, run and question', () => {
    const mine = browserKeptAnswers(id(1), id(60));
    mine.keep(id(3), { answer: { type: 'true-false', value: true }, known: ['null'] });
    mine.flag(id(4), true);
    mine.keepPlace('3');
    browserKeptAnswers(id(2), id(61)).flag(id(5), true);
    expect([...browserKeptAnswers(id(1), id(60)).all().keys()]).toEqual([id(3)]);
    expect(browserKeptAnswers(id(1), id(60)).flagged()).toEqual([id(4)]);
    expect(runsWithKeptAnswers(id(1))).toEqual([id(60)]);
    expect(runsWithKeptAnswers(id(2))).toEqual([]);
    mine.forget();
    expect(mine.all().size).toBe(0);
    expect(mine.place()).toBeNull();
    expect(localStorage.length).toBe(1);
  });

  it('survives what somebody else wrote into the storage', () => {
    localStorage.setItem(`waymark.quiz.${id(1)}.${id(60)}.answer.${id(3)}`, 'nonsense');
    expect(browserKeptAnswers(id(1), id(60)).all().size).toBe(0);
  });

  it('gives way where the question was answered anew somewhere else, and only there', () => {
    const elsewhere = { type: 'true-false', value: false } as const;
    const mine = { type: 'true-false', value: true } as const;
    const run = openRun({ questions: questions.map((q) => (q.id === id(3) ? { ...q, answer: elsewhere } : q)) });
    const merged = mergeAnswers(
      run,
      new Map([
        [id(3), { answer: mine, known: ['null'] }],
        [id(7), { answer: { type: 'short-text', value: 'Clear' }, known: ['null'] }],
      ]),
    );
    expect(merged.answers[id(3)]).toEqual(elsewhere);
    expect(merged.settled).toEqual([id(3)]);
    expect([...merged.waiting.keys()]).toEqual([id(7)]);
    expect(Object.keys(merged.answers)).toHaveLength(questions.length);
  });

  it('compares answers whatever order and spaces they were written in', () => {
    expect(
      sameAnswer({ type: 'matching', pairs: { a: '1', b: '2' } }, { type: 'matching', pairs: { b: '2', a: '1' } }),
    ).toBe(true);
    expect(sameAnswer({ type: 'multiple', choiceIds: ['a', 'b'] }, { type: 'multiple', choiceIds: ['b', 'a'] })).toBe(
      true,
    );
    expect(sameAnswer({ type: 'short-text', value: 'Clear ' }, { type: 'short-text', value: 'Clear' })).toBe(true);
    expect(sameAnswer({ type: 'short-text', value: '1' }, { type: 'numeric', value: '1' })).toBe(false);
    expect(sameAnswer({ type: 'ordering', itemIds: ['a', 'b'] }, { type: 'ordering', itemIds: ['b', 'a'] })).toBe(
      false,
    );
    expect(sameAnswer(null, { type: 'true-false', value: false })).toBe(false);
  });
});

describe('the time left', () => {
  it('counts from the clock of the server, whatever the device thinks', () => {
    let tick = 5000;
    const clock = RunClock.of(
      { endsAt: '2026-11-23T09:20:00.000Z', serverNow: '2026-11-23T09:00:00.000Z' },
      () => tick,
    );
    expect(clock.left()).toBe(1_200_000);
    tick += 1_199_000;
    expect(clock.left()).toBe(1000);
    tick += 5000;
    expect(clock.left()).toBe(0);
    expect(RunClock.of({ endsAt: null, serverNow: '2026-11-23T09:00:00.000Z' }, () => tick).left()).toBeNull();
  });

  it('is told in minutes, and in seconds near the end', () => {
    expect(timeLeftText(1_200_000)).toBe('20 min left');
    expect(timeLeftText(5_400_000)).toBe('1 h 30 min left');
    expect(timeLeftText(300_000)).toBe('5:00 left');
    expect(timeLeftText(59_400)).toBe('1:00 left');
    expect(timeLeftText(0)).toBe('0:00 left');
  });

  it('is said aloud once at five minutes and once at one', () => {
    expect(announcement(300_500, 299_500)).toBe('5 minutes left.');
    expect(announcement(299_500, 298_500)).toBeNull();
    expect(announcement(60_200, 59_200)).toBe('1 minute left.');
    // A device that slept past both hears of the nearer one; over is said elsewhere.
    expect(announcement(400_000, 30_000)).toBe('1 minute left.');
    expect(announcement(30_000, 0)).toBeNull();
  });
});

describe('words of a quiz', () => {
  it('names the next try by day and time', () => {
    expect(momentText('2026-11-27T14:05:00.000Z', '2026-11-23')).toBe('Fri 27 Nov 2026 at 14:05');
    expect(momentText('2026-11-23T14:05:00.000Z', '2026-11-23')).toBe('today at 14:05');
  });

  it('never rounds a score up to a pass mark', () => {
    expect(scoreText(79.96)).toBe('79.9');
    expect(scoreText(100)).toBe('100');
    expect(scoreText(66.666)).toBe('66.6');
  });

  it('says the rules that hold', () => {
    const rules = rulesOf(quizStatus({ passMark: 0, triesLeft: null, timeLimitMinutes: null }), null);
    expect(rules[0]).toBe('No pass mark: handing it in is enough');
    expect(rules[1]).toBe('As many tries as you need');
    expect(rules[2]).toMatch(/^No time limit/);
  });

  it('reads places from an address, and nothing else', () => {
    expect(readPlace('3', 7)).toBe(2);
    expect(readPlace('review', 7)).toBe('review');
    for (const wrong of ['0', '8', '-1', 'x', '', null]) expect(readPlace(wrong, 7)).toBeNull();
    expect(placeText(2)).toBe('3');
  });
});
