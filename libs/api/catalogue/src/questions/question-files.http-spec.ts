import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Created, Problem, QuestionBank, QuestionPage } from '@lms/contracts';
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
const bankOf = async (id: string) => (await author.get(`/question-banks/${id}`)).json<QuestionBank>();
const textsOf = async (url: string) => (await author.get(url)).json<QuestionPage>().items.map(({ text }) => text);

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
