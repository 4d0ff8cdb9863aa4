import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Created, Problem, Question, QuestionPage } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let author: Client;

beforeAll(async () => {
  t = await testApp();
  const a = await t.make.person();
  await t.make.grant({ personId: a, role: 'author' });
  author = await t.as(a);
});
afterAll(() => t.stop());

const newBank = async (title = 'Incursions'): Promise<string> =>
  (await author.post('/question-banks', { title })).json<Created>().id;
const statement = (text: string, more: object = {}) => ({ text, body: { type: 'true-false', right: true }, ...more });
const added = async (bank: string, question: object): Promise<string> =>
  (await author.post(`/question-banks/${bank}/questions`, question)).json<Created>().id;
const textsOf = async (url: string) => (await author.get(url)).json<QuestionPage>().items.map(({ text }) => text);

describe('a question', () => {
  it('keeps each wording it had; the newest is what it says', async () => {
    const bank = await newBank();
    const id = await added(bank, statement('First', { explanation: 'Because.\r\nIndeed.' }));
    const before = (await author.get(`/questions/${id}`)).json<Question>();
    expect(before).toMatchObject({
      version: 1,
      retired: false,
      explanation: 'Because.\nIndeed.',
      statistics: { answered: 0, rightPercent: null, discrimination: null },
    });
    const put = (version: number, text: string) =>
      author.put(`/questions/${id}`, statement(text), { 'if-match': `"${version}"` });
    const saved = await put(1, 'Second');
    expect([saved.status, saved.headers['etag'], saved.json<Question>().text]).toEqual([200, '"2"', 'Second']);
    expect((await put(1, 'Late')).json<Problem>().code).toBe('changed-meanwhile');
    const revisions = await t.db.sql(
      'select number, text from question_revision where question_id = $1 order by number',
      [id],
    );
    expect(revisions).toEqual([
      { number: 1, text: 'First' },
      { number: 2, text: 'Second' },
    ]);
    const app = await t.db.dataSource([]);
    for (const change of [
      `update question_revision set text = 'x'`,
      'delete from question_revision',
      'delete from quiz_pool',
      'update quiz_mark set was_right = true',
    ]) {
      await expect(app.query(change)).rejects.toThrow(/permission denied/);
    }
  });

  it('is retired and restored; twice is once', async () => {
    const id = await added(await newBank(), statement('Old'));
    const retired = (await author.post(`/questions/${id}/retire`)).json<Question>();
    expect([retired.retired, retired.version]).toEqual([true, 2]);
    expect((await author.post(`/questions/${id}/retire`)).json<Question>().version).toBe(2);
    expect((await author.post(`/questions/${id}/restore`)).json<Question>()).toMatchObject({
      retired: false,
      version: 3,
    });
  });

  it('is found by words, tag, type and life, in pages and in the order of the bank', async () => {
    const bank = await newBank();
    for (const [n, tag] of [
      [1, 'a'],
      [2, 'b'],
      [3, 'a'],
    ])
      await added(bank, statement(`Statement ${n}`, { tags: [tag] }));
    const numeric = { type: 'numeric', value: 3, tolerance: 0, unit: 's' };
    const gone = await added(bank, { text: 'How many seconds? 100%', body: numeric });
    await author.post(`/questions/${gone}/retire`);
    const at = `/question-banks/${bank}/questions`;
    expect(await textsOf(`${at}?tag=a`)).toEqual(['Statement 1', 'Statement 3']);
    expect(await textsOf(`${at}?q=0%25`)).toEqual(['How many seconds? 100%']);
    expect(await textsOf(`${at}?type=numeric`)).toEqual(['How many seconds? 100%']);
    expect(await textsOf(`${at}?retired=no`)).toHaveLength(3);
    expect(await textsOf(`${at}?retired=yes`)).toHaveLength(1);
    const first = (await author.get(`${at}?limit=3`)).json<QuestionPage>();
    expect(first.items.map(({ text }) => text)).toEqual(['Statement 1', 'Statement 2', 'Statement 3']);
    expect(await textsOf(`${at}?limit=3&cursor=${first.nextCursor}`)).toEqual(['How many seconds? 100%']);
    expect((await author.get(`${at}?type=essay`)).status).toBe(400);
  });

  const choice = (text: string, right: boolean, id = uuid()) => ({ id, text, right });
  const same = uuid();
  it.each<[string, object, string]>([
    ['one choice with two right', { type: 'single', choices: [choice('a', true), choice('b', true)] }, 'body.choices'],
    [
      'one choice with none right',
      { type: 'single', choices: [choice('a', false), choice('b', false)] },
      'body.choices',
    ],
    [
      'several with none right',
      { type: 'multiple', choices: [choice('a', false), choice('b', false)] },
      'body.choices',
    ],
    [
      'the same answer twice',
      { type: 'single', choices: [choice('A ', true), choice('a', false)] },
      'body.choices.1.text',
    ],
    [
      'the same id twice',
      { type: 'single', choices: [choice('a', true, same), choice('b', false, same)] },
      'body.choices.1.id',
    ],
    [
      'an item twice',
      {
        type: 'ordering',
        items: [
          { id: uuid(), text: 'a' },
          { id: uuid(), text: 'A' },
        ],
      },
      'body.items.1.text',
    ],
    [
      'a left side twice',
      {
        type: 'matching',
        pairs: [
          { id: uuid(), left: 'a', right: '1' },
          { id: uuid(), left: 'a', right: '2' },
        ],
      },
      'body.pairs.1.left',
    ],
    [
      'nothing to match',
      {
        type: 'matching',
        pairs: [
          { id: uuid(), left: 'a', right: '1' },
          { id: uuid(), left: 'b', right: '1' },
        ],
      },
      'body.pairs',
    ],
    ['an accepted answer twice', { type: 'short-text', accepted: ['yes', 'YES'] }, 'body.accepted.1'],
  ])('cannot have %s', async (_, body, path) => {
    const bank = await newBank();
    const answer = await author.post(`/question-banks/${bank}/questions`, { text: 'Which?', body });
    expect([answer.status, answer.json<Problem>().fields?.map((field) => field.path)]).toEqual([422, [path]]);
    const id = await added(bank, statement('Fine'));
    expect((await author.put(`/questions/${id}`, { text: 'x', body }, { 'if-match': '"1"' })).status).toBe(422);
  });

  it('answers what cannot be understood with a problem', async () => {
    const bank = await newBank();
    const at = `/question-banks/${bank}/questions`;
    const tries = await Promise.all([
      author.post(at, statement('')),
      author.post(at, statement('N\u0000L')),
      author.post(at, { text: 'x', body: { type: 'numeric', value: '3', tolerance: 0, unit: '' } }),
      author.post(at, { text: 'x', body: { type: 'numeric', value: 3, tolerance: -1, unit: '' } }),
      author.post(at, { text: 'x', body: { type: 'single', choices: [] } }),
      author.get(`${at}?cursor=WyJ4Il0`),
    ]);
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 400));
  });
});
