import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Created, QuestionBank, QuestionBankPage } from '@lms/contracts';
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
