import { describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import { type KnownQuestion, planImport } from './plan-import.js';
import { readCsv } from './read-csv.js';
import { rowQuestion } from './row-question.js';

function read(text: string | Uint8Array, known: readonly KnownQuestion[] = []) {
  const { rows, errors } = readCsv(typeof text === 'string' ? Buffer.from(text) : text);
  const found = rows.map((row) => rowQuestion(row, uuid));
  const questions = found.flatMap((one) => (Array.isArray(one) ? [] : [one]));
  return {
    errors: [...errors, ...found.flatMap((one) => (Array.isArray(one) ? one : []))],
    questions,
    plan: planImport(known, questions, uuid),
  };
}
const known = (text: string, more: Partial<KnownQuestion> = {}): KnownQuestion => ({
  id: uuid(),
  key: null,
  retired: false,
  revision: 3,
  text,
  body: { type: 'true-false', right: true },
  tags: [],
  safetyCritical: false,
  explanation: '',
  ...more,
});

describe('a file that people wrote', () => {
  it('is read as a spreadsheet saves it: mark, semicolons, headings in any case, empty rows, decimal commas', () => {
    const { errors, questions } = read(
      '\uFEFFType;TEXT;Option 1;option_2;Option-3;Right;Tags;Safety-critical;Tolerance;Unit\r\n' +
        'Single;Which first?;Alarm;Radio;;1;alarm; yes ;;\r\n' +
        ';;;;;;;;;\r\n' +
        'multiple;Which two?;Vest;;Boots;1, 3;"a; ""b;c""";;;\r\n' +
        'True/False;It is safe.;;;;FALSE;;no;;\r\n' +
        'numeric;How far?;;;;-1,5;;;0,5;m\r\n',
    );
    expect(errors).toEqual([]);
    expect(questions.map(({ row, question }) => [row, question.text])).toEqual([
      [2, 'Which first?'],
      [4, 'Which two?'],
      [5, 'It is safe.'],
      [6, 'How far?'],
    ]);
    expect(questions.map(({ question }) => question)).toMatchObject([
      { safetyCritical: true, tags: ['alarm'], body: { type: 'single', choices: [{ right: true }, { right: false }] } },
      {
        tags: ['a', 'b;c'],
        body: {
          choices: [
            { text: 'Vest', right: true },
            { text: 'Boots', right: true },
          ],
        },
      },
      { body: { type: 'true-false', right: false } },
      { body: { type: 'numeric', value: -1.5, tolerance: 0.5, unit: 'm' } },
    ]);
  });

  it('is told what is wrong, row by row and column by column', () => {
    const { errors } = read(
      [
        'key,type,text,right,tolerance,option 1,option 2,match 1,match 2,safety critical',
        ',single,No right one,,,a,b,,,',
        ',single,Right elsewhere,3,,a,b,,,',
        ',essay,Which type?,,,,,,,',
        ',multiple,,1,,a,b,,,',
        ',single,One answer,1,,a,,,,',
        ',matching,Half a pair,,,a,b,1,,',
        ',numeric,No number,many,-1,,,,,',
        ',true-false,Neither,perhaps,,,,,,maybe',
        ',ordering,Twice,,,a,A ,,,',
        `,short-text,${'x'.repeat(2001)},,,a,,,,`,
        ',short-text,Too many cells,,,a,,,,,,,extra',
      ].join('\n'),
    );
    expect(errors.map(({ row, column }) => `${row} ${column}`).sort((a, b) => parseInt(a) - parseInt(b))).toEqual([
      '2 right',
      '3 right',
      '4 type',
      '5 text',
      '6 right',
      '7 match 2',
      '8 right',
      '8 tolerance',
      '9 right',
      '9 safety critical',
      '10 option 2',
      '11 text',
      '12 ',
    ]);
    for (const { message } of errors) expect(message).toMatch(/^[A-Z].*\.$/);
  });

  it('takes tags as they are typed, also with a quotation mark that is not closed', () => {
    const { questions } = read('type,text,right,tags\ntrue-false,A,true,\'\ntrue-false,B,true," ""9 m; x "\n');
    expect(questions.map(({ question }) => question.tags)).toEqual([["'"], ['"9 m', 'x']]);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['without the columns that are needed', 'question,answer\nx,y', /missing/],
    ['with a column that nothing knows', 'type,text,points\n', /no such column/],
    ['with a column twice', 'type,text,Text\n', /twice/],
    ['in another encoding', Buffer.from([0x74, 0x79, 0x70, 0x65, 0xe9]), /UTF-8/],
    ['with an open quotation mark', 'type,text\nsingle,"open\n', /quotation mark/],
    ['that is empty', '', /missing/],
  ])('%s is refused as a whole', (_, file, message) => {
    const { errors, questions } = read(file);
    expect(questions).toEqual([]);
    expect(errors.some((error) => message.test(error.message))).toBe(true);
  });
});

describe('what a file does to a bank', () => {
  const file = (...rows: string[]) => ['key,type,text,right,retired', ...rows].join('\n');

  it('finds questions by key, by id, or by what they say; what is not in the file stays', () => {
    const bank = [known('One', { key: 'q1' }), known('Two'), known('  THREE '), known('Four')];
    const { plan } = read(
      file(
        'q1,true-false,One!,false,',
        `${bank[1]?.id},true-false,Two,true,`,
        ',true-false,Three,true,',
        'new,true-false,Five,true,',
      ),
      bank,
    );
    expect(plan.errors).toEqual([]);
    expect(plan.change.map(({ id, revision, text }) => [id, revision, text])).toEqual([
      [bank[0]?.id, 4, 'One!'],
      [bank[2]?.id, 4, 'Three'],
    ]);
    expect([plan.unchanged, plan.add.map(({ text, key }) => [text, key])]).toEqual([1, [['Five', 'new']]]);
  });

  it('gives a question that has none the key of the file, and no new revision for that', () => {
    const bank = [known('One')];
    const { plan } = read(file('q1,true-false,One,true,'), bank);
    expect(plan.change).toMatchObject([{ id: bank[0]?.id, key: 'q1', revision: 3, body: bank[0]?.body }]);
  });

  it('retires and restores only where the file says so', () => {
    const bank = [known('One', { retired: true }), known('Two', { retired: true }), known('Three')];
    const { plan } = read(file(',true-false,One,true,', ',true-false,Two,true,no', ',true-false,Three,true,yes'), bank);
    expect(plan.change.map(({ text, retired, revision }) => [text, retired, revision])).toEqual([
      ['Two', false, 3],
      ['Three', true, 3],
    ]);
  });

  it('refuses what could mean two questions, and one question twice', () => {
    const bank = [known('Same', { key: 'a' }), known('same', { key: 'b' }), known('Other')];
    expect(read(file(',true-false,Same,true,'), bank).plan.errors).toMatchObject([{ row: 2, column: 'key' }]);
    expect(read(file('a,true-false,Same,true,', 'b,true-false,same,true,'), bank).plan).toMatchObject({
      errors: [],
      unchanged: 2,
    });
    expect(read(file(',true-false,Other,true,', ',true-false,OTHER,false,'), bank).plan.errors).toMatchObject([
      { row: 3, column: 'text' },
    ]);
    expect(read(file('k,true-false,New,true,', 'k,true-false,Newer,true,'), bank).plan.errors).toMatchObject([
      { row: 3, column: 'key' },
    ]);
    expect(read(file(',true-false,New,true,', ',true-false,new,true,'), bank).plan.errors).toMatchObject([
      { row: 3, column: 'text' },
    ]);
    expect(
      read(file(`${bank[2]?.id},true-false,Other,true,`, ',true-false,Other,true,'), bank).plan.errors,
    ).toMatchObject([{ row: 3 }]);
  });

  it('keeps the ids of answers that read as before', () => {
    const choices = ['a', 'b'].map((text, index) => ({ id: uuid(), text, right: index === 0 }));
    const bank = [known('Pick', { body: { type: 'single', choices } })];
    const { plan } = read('type,text,right,option 1,option 2,option 3\nsingle,Pick,2,b,a,c', bank);
    expect(plan.change[0]?.body).toMatchObject({
      choices: [{ id: choices[1]?.id }, { id: choices[0]?.id, right: true }, { text: 'c' }],
    });
  });
});
