import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Created, Problem, Question, QuestionBank, QuestionBankPage, QuestionPage } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const NOBODY = '01900000-0000-7000-8000-000000000000';
let t: TestApp;
let author: Client;
let auditor: Client;

beforeAll(async () => {
  t = await testApp();
  const [a, b] = [await t.make.person(), await t.make.person()];
  await t.make.grant({ personId: a, role: 'author' });
  await t.make.grant({ personId: b, role: 'auditor' });
  [author, auditor] = [await t.as(a), await t.as(b)];
});
afterAll(() => t.stop());

const newBank = async (title = 'Incursions'): Promise<string> =>
  (await author.post('/question-banks', { title })).json<Created>().id;
const statement = (text: string, more: object = {}) => ({ text, body: { type: 'true-false', right: true }, ...more });
const added = async (bank: string, question: object): Promise<string> =>
  (await author.post(`/question-banks/${bank}/questions`, question)).json<Created>().id;
const bankOf = async (id: string) => (await author.get(`/question-banks/${id}`)).json<QuestionBank>();
const textsOf = async (url: string) => (await author.get(url)).json<QuestionPage>().items.map(({ text }) => text);

describe('a question bank', () => {
  it('tells what is in it, leaving out what is retired', async () => {
    const bank = await newBank('Counting');
    await added(bank, statement('One', { tags: ['alarm', 'Alarm', 'refuge'], safetyCritical: true }));
    await added(bank, statement('Two', { tags: ['alarm'] }));
    const gone = await added(bank, statement('Three', { tags: ['alarm'] }));
    await author.post(`/questions/${gone}/retire`);
    const answer = await author.get(`/question-banks/${bank}`);
    expect([answer.status, answer.headers['etag']]).toEqual([200, '"1"']);
    expect(answer.json()).toEqual({
      id: bank,
      version: 1,
      title: 'Counting',
      description: '',
      questions: 2,
      safetyCritical: 1,
      tags: [
        { tag: 'alarm', questions: 2 },
        { tag: 'refuge', questions: 1 },
      ],
      usedBy: [],
    });
  });

  it('is saved only by whoever saw its newest state, and that is audited', async () => {
    const bank = await newBank();
    const put = (version: string, title: string) =>
      author.put(`/question-banks/${bank}`, { title, description: 'What to do' }, { 'if-match': version });
    expect((await author.put(`/question-banks/${bank}`, { title: 'x' })).status).toBe(428);
    const saved = await put('"1"', 'Vehicle incursions');
    expect([saved.headers['etag'], saved.json<QuestionBank>().title]).toEqual(['"2"', 'Vehicle incursions']);
    expect((await put('"1"', 'Late')).status).toBe(412);
    const audit = await t.db.sql(`select action from audit_event where target_id = $1 order by id`, [bank]);
    expect(audit.map(({ action }) => action)).toEqual(['question-bank.create', 'question-bank.save']);
  });

  it('is found in pages by its title or a tag', async () => {
    const banks = [];
    for (const n of [2, 1, 3]) banks.push(await newBank(`Paged ${n}`));
    await added(banks[0] ?? '', statement('x', { tags: ['Rare word'] }));
    const first = (await author.get('/question-banks?q=paged&limit=2')).json<QuestionBankPage>();
    expect(first.items.map(({ title }) => title)).toEqual(['Paged 1', 'Paged 2']);
    const rest = await author.get(`/question-banks?q=paged&limit=2&cursor=${first.nextCursor}`);
    expect(rest.json()).toMatchObject({ items: [{ title: 'Paged 3' }], nextCursor: null });
    expect((await author.get('/question-banks?q=rare')).json<QuestionBankPage>().items).toMatchObject([
      { title: 'Paged 2', questions: 1 },
    ]);
  });

  it('is read by whoever reads courses, changed by authors, and nothing for a learner', async () => {
    const bank = await newBank();
    const question = await added(bank, statement('Who may see this?'));
    expect((await auditor.get(`/question-banks/${bank}/questions`)).status).toBe(200);
    expect((await auditor.get(`/question-banks/${bank}/export.csv`)).status).toBe(200);
    const csv = { 'content-type': 'text/csv' };
    const writes = (who: Client) => [
      who.post('/question-banks', { title: 'x' }),
      who.put(`/question-banks/${bank}`, { title: 'x' }, { 'if-match': '"1"' }),
      who.post(`/question-banks/${bank}/questions`, statement('x')),
      who.put(`/questions/${question}`, statement('x'), { 'if-match': '"1"' }),
      who.post(`/questions/${question}/retire`),
      who.post(`/questions/${question}/restore`),
      who.post(`/question-banks/${bank}/import`, 'type,text\n', csv),
    ];
    const learner = await t.as(await t.make.person());
    const reads = [
      learner.get('/question-banks'),
      learner.get(`/question-banks/${bank}`),
      learner.get(`/question-banks/${bank}/questions`),
      learner.get(`/questions/${question}`),
      learner.get(`/question-banks/${bank}/export.csv`),
    ];
    const refused = await Promise.all([...writes(auditor), ...writes(learner), ...reads]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
  });

  it('that is not there reads as not there', async () => {
    const tries = await Promise.all([
      author.get(`/question-banks/${NOBODY}`),
      author.put(`/question-banks/${NOBODY}`, { title: 'x' }, { 'if-match': '"1"' }),
      author.get(`/question-banks/${NOBODY}/questions`),
      author.post(`/question-banks/${NOBODY}/questions`, statement('x')),
      author.get(`/questions/${NOBODY}`),
      author.put(`/questions/${NOBODY}`, statement('x'), { 'if-match': '"1"' }),
      author.post(`/questions/${NOBODY}/retire`),
      author.post(`/questions/${NOBODY}/restore`),
      author.get(`/question-banks/${NOBODY}/export.csv`),
      author.post(`/question-banks/${NOBODY}/import`, 'type,text\n', { 'content-type': 'text/csv' }),
      author.post(`/question-banks/${NOBODY}/import?dryRun=no`, 'type,text\n', { 'content-type': 'text/csv' }),
    ]);
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 404));
  });
});

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

describe('a file of questions', () => {
  const csv = { 'content-type': 'text/csv; charset=utf-8' };
  const FILE = [
    'key,type,text,right,option 1,option 2,tags,safety critical',
    'q1,single,What comes first?,1,Alarm,Radio,alarm,yes',
    'q2,true-false,Go back for tools.,false,,,refuge,no',
  ].join('\r\n');
  const importing = (bank: string, file: string, dryRun: 'yes' | 'no') =>
    author.post(`/question-banks/${bank}/import?dryRun=${dryRun}`, file, csv);

  it('is tried first, then read in, and changes nothing the second time', async () => {
    const bank = await newBank();
    const dry = (await importing(bank, FILE, 'yes')).json();
    expect(dry).toEqual({ dryRun: true, added: 2, changed: 0, unchanged: 0, errors: [] });
    expect((await author.post(`/question-banks/${bank}/import`, FILE, csv)).json()).toMatchObject({ dryRun: true });
    expect((await bankOf(bank)).questions).toBe(0);
    expect((await importing(bank, FILE, 'no')).json()).toMatchObject({ dryRun: false, added: 2 });
    expect(await bankOf(bank)).toMatchObject({ questions: 2, safetyCritical: 1 });
    expect((await importing(bank, FILE, 'no')).json()).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const next = FILE.replace('Go back for tools.', 'Never go back for tools.').replace(',false,', ',true,');
    expect((await importing(bank, next, 'no')).json()).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(await textsOf(`/question-banks/${bank}/questions`)).toEqual([
      'What comes first?',
      'Never go back for tools.',
    ]);
    const audit = await t.db.sql(
      `select detail from audit_event where action = 'question-bank.import' and target_id = $1 order by id`,
      [bank],
    );
    expect(audit[0]).toEqual({ detail: { added: 2, changed: 0, unchanged: 0 } });
  });

  it('is read in as a whole or not at all', async () => {
    const bank = await newBank();
    const answer = await importing(bank, `${FILE}\r\nq3,essay,Write,,,,,`, 'no');
    expect([answer.status, answer.json()]).toMatchObject([200, { added: 2, errors: [{ row: 4, column: 'type' }] }]);
    expect((await bankOf(bank)).questions).toBe(0);
  });

  it('goes out safe for spreadsheets and comes back in as the same bank', async () => {
    const bank = await newBank('Émile’s questions = risky');
    await added(bank, statement('=HYPERLINK("http://x")', { tags: ['a;b'], explanation: '+1\n@x' }));
    await added(bank, { text: '-3 °C?', body: { type: 'numeric', value: -3, tolerance: 0.5, unit: '°C' } });
    const file = await author.get(`/question-banks/${bank}/export.csv`);
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="emile-s-questions-risky.csv"',
      'x-content-type-options': 'nosniff',
    });
    expect(file.body.startsWith('\uFEFF"key","type"')).toBe(true);
    expect(file.body).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect((await importing(bank, file.body, 'no')).json()).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
      errors: [],
    });
    const copy = await newBank('Copy');
    expect((await importing(copy, file.body, 'no')).json()).toMatchObject({ added: 2, errors: [] });
    const bodies = (id: string) =>
      author
        .get(`/question-banks/${id}/questions`)
        .then((a) =>
          a.json<QuestionPage>().items.map(({ text, body, tags, explanation }) => ({ text, body, tags, explanation })),
        );
    expect(await bodies(copy)).toEqual(await bodies(bank));
  });

  it('that is something else, or too large, is refused', async () => {
    const bank = await newBank();
    const at = `/question-banks/${bank}/import`;
    expect((await author.post(at, { type: 'text' })).status).toBe(415);
    expect((await author.post(at)).status).toBe(415);
    const large = await author.post(at, 'x'.repeat(5_000_001), csv);
    expect([large.status, large.json<Problem>().code]).toEqual([413, 'too-large']);
    expect((await author.post(at, '', csv)).json()).toMatchObject({ added: 0, errors: [{ row: 1 }, { row: 1 }] });
    expect((await importing(bank, FILE, 'no')).json()).toMatchObject({ added: 2 });
  });

  it('read in twice at the same moment is read in once', async () => {
    const bank = await newBank();
    const answers = await Promise.all([1, 2, 3].map(() => importing(bank, FILE, 'no')));
    expect(answers.map((a) => a.json<{ added: number }>().added).sort()).toEqual([0, 0, 2]);
    expect((await bankOf(bank)).questions).toBe(2);
  });
});
