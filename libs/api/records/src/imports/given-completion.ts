import type { GivenRow, RowMessage } from '@lms/api-imports';
import { isNever, sheetDay } from '@lms/domain';

/** A row as somebody meant it, before it is known whether there is such a person or course. */
export interface GivenCompletion {
  n: number;
  organisation: string;
  number: string;
  email: string;
  phone: string;
  name: string;
  course: string;
  /** Whose training it was; '' for ours. */
  trainingOf: string;
  title: string;
  completedOn: string | null;
  expiresOn: string | null;
  reference: string;
  note: string;
  /** What can be said of the row by itself. */
  messages: RowMessage[];
}

/** Nobody whose record this is was trained before. */
const EARLIEST = '1950-01-01';
const MOST = { reference: 80, note: 500, course: 200 };

const nameOf = ({ value }: Pick<GivenRow, 'value'>): string =>
  value('name') || [value('givenName'), value('familyName')].filter(Boolean).join(' ');

export function givenCompletion({ n, value }: Pick<GivenRow, 'n' | 'value'>, today: string): GivenCompletion {
  const messages: RowMessage[] = [];
  const say = (column: string, message: string) => messages.push({ column, message });
  const day = (column: string): string | null => {
    const text = value(column);
    const typed = sheetDay(text);
    if (text !== '' && !typed) say(column, `“${text}” is not a day. Write it as 14/03/2025 or 2025-03-14.`);
    return typed;
  };
  const [completedOn, expiresOn] = [day('completedOn'), isNever(value('expiresOn')) ? null : day('expiresOn')];
  if (value('completedOn') === '') say('completedOn', 'The day is missing.');
  if (value('course') === '') say('course', 'The course is missing.');
  if (completedOn && completedOn > today) say('completedOn', 'This day has not come yet.');
  if (completedOn && completedOn < EARLIEST) say('completedOn', 'This is too long ago to be right.');
  if (completedOn && expiresOn && expiresOn < completedOn) say('expiresOn', 'It ends before it was completed.');
  for (const [column, most] of Object.entries(MOST)) {
    if (value(column).length > most) say(column, `This has more than ${most} characters.`);
  }
  const name = nameOf({ value });
  if (value('employeeNumber') === '') {
    if (value('email') === '' && value('phone') === '')
      say(
        'employeeNumber',
        'Nothing says who this is: give the employee number, or an e-mail address or telephone with the name.',
      );
    else if (name === '')
      say(
        'name',
        'Without an employee number the name is needed too: families and sites share addresses and telephones.',
      );
  } else if (value('organisation') === '')
    say('organisation', 'An employee number needs the organisation that gave it.');
  return {
    n,
    organisation: value('organisation'),
    number: value('employeeNumber'),
    // With a number, nothing else says who it is.
    email: value('employeeNumber') === '' ? value('email') : '',
    phone: value('employeeNumber') === '' ? value('phone') : '',
    name,
    course: value('course'),
    trainingOf: value('trainingOf'),
    title: value('title') || value('course'),
    completedOn,
    expiresOn,
    reference: value('reference'),
    note: value('note'),
    messages,
  };
}
