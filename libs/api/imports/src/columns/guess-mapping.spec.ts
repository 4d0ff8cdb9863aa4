import { describe, expect, it } from '@jest/globals';
import { guessMapping, headingRow, mappingOf } from './guess-mapping.js';

const column = (key: string, heading: string, aliases: string[] = []) =>
  ({ key, heading, aliases, needed: 'no', help: '', example: '' }) as const;
const COLUMNS = [
  column('number', 'Employee number', ['employeeno', 'staffid']),
  column('name', 'Name', ['fullname']),
  column('email', 'E-mail', ['mail']),
];

describe('guessMapping', () => {
  it('knows a heading however it is written, and each once', () => {
    expect(guessMapping(COLUMNS, ['e_mail', 'EMPLOYEE NO.', 'Full name', 'Name'])).toEqual({
      email: 0,
      number: 1,
      name: 3,
    });
    expect(guessMapping(COLUMNS, ['Mail', 'Mail'])).toEqual({ email: 0 });
    expect(guessMapping(COLUMNS, ['Shoe size'])).toEqual({});
  });

  it('takes back what was chosen, where the file has it', () => {
    expect(mappingOf({ number: 'Ref', name: 'Who', email: 'Post' }, ['who', 'REF'])).toEqual({ number: 1, name: 0 });
  });

  it('finds the headings below a title', () => {
    expect(headingRow(COLUMNS, [['Crew list of May'], ['Staff ID', 'Name'], ['1', 'Ann']])).toBe(1);
    expect(
      headingRow(COLUMNS, [
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toBe(0);
  });
});
