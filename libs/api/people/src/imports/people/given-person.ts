import type { GivenRow, RowMessage } from '@lms/api-imports';
import { EmploymentGroup } from '@lms/contracts';
import { isNever, sheetDay } from '@lms/domain';
import { z } from 'zod';

/** What a row says; undefined for what it leaves as it is, null for what it takes away. */
export interface GivenPerson {
  n: number;
  organisation: string;
  number: string;
  name: string;
  person: {
    givenName?: string;
    familyName?: string;
    knownAs?: string | null;
    contactEmail?: string | null;
    phone?: string | null;
  };
  engagement: {
    jobRole?: string;
    employmentGroup?: EmploymentGroup;
    tags?: string[];
    workEmail?: string | null;
    startsOn?: string;
    endsOn?: string | null;
  };
  schemes?: string[];
  /** Number and organisation of the line manager; null takes the manager away. */
  manager?: { number: string; organisation: string } | null;
  choice: string | null;
  messages: RowMessage[];
}

type EmploymentGroup = z.infer<typeof EmploymentGroup>;

const NOTHING = /^[-–—]$/u;
const isOpen = (end: string): boolean => NOTHING.test(end) || isNever(end);
const MANY = 20;
const email = z.email().max(254);
const MOST = { employeeNumber: 40, jobRole: 80, knownAs: 80, phone: 40, givenName: 80, familyName: 80 };

export function givenPerson({ n, value, choice }: GivenRow): GivenPerson {
  const messages: RowMessage[] = [];
  const say = (column: string, message: string) => messages.push({ column, message });
  const text = (column: string): string | undefined => value(column) || undefined;
  const clearable = (column: string): string | null | undefined => (NOTHING.test(value(column)) ? null : text(column));
  const address = (column: string): string | null | undefined => {
    const given = clearable(column);
    if (given && !email.safeParse(given).success) say(column, 'This is not a whole e-mail address.');
    return given;
  };
  const day = (column: string): string | undefined => {
    const given = value(column);
    const typed = sheetDay(given) ?? undefined;
    if (given !== '' && !typed) say(column, `“${given}” is not a day. Write it as 02/03/2026 or 2026-03-02.`);
    return typed;
  };
  const names = namesOf(value);
  for (const [column, most] of Object.entries(MOST)) {
    const given = column === 'givenName' || column === 'familyName' ? (names[column] ?? '') : value(column);
    if (given.length > most) say(column, `This has more than ${most} characters.`);
  }
  if (value('organisation') === '') say('organisation', 'The organisation is missing.');
  if (value('employeeNumber') === '') say('employeeNumber', 'The employee number is missing.');
  const group = groupOf(value('employmentGroup'));
  if (group === null)
    say('employmentGroup', `“${value('employmentGroup')}” is no group: ${EmploymentGroup.options.join(', ')}.`);
  const [startsOn, endsOn] = [day('startsOn'), isOpen(value('endsOn')) ? null : day('endsOn')];
  const [schemes, tags] = [listOf(value('schemes')), listOf(value('tags'))];
  if (tags?.some((tag) => tag.length > 40)) say('tags', 'A tag has 40 characters at most.');
  if ((tags?.length ?? 0) > MANY) say('tags', `There are ${MANY} tags at most.`);
  if ((schemes?.length ?? 0) > MANY) say('schemes', `There are ${MANY} schemes at most.`);
  const manager = clearable('lineManager');
  return {
    n,
    organisation: value('organisation'),
    number: value('employeeNumber'),
    name: [names.givenName, names.familyName].filter(Boolean).join(' '),
    person: {
      ...names,
      knownAs: clearable('knownAs'),
      contactEmail: address('contactEmail'),
      phone: clearable('phone'),
    },
    engagement: {
      jobRole: text('jobRole'),
      employmentGroup: group ?? undefined,
      tags: tags && [...new Set(tags.map((tag) => tag.toLowerCase()))].sort(),
      workEmail: address('workEmail'),
      startsOn,
      endsOn,
    },
    schemes,
    manager: manager
      ? { number: manager, organisation: value('managerOrganisation') || value('organisation') }
      : manager === null
        ? null
        : undefined,
    choice,
    messages,
  };
}

/** A whole name is divided before its last word, where the parts have no columns of their own. */
function namesOf(value: GivenRow['value']): { givenName?: string; familyName?: string } {
  const [givenName, familyName] = [value('givenName'), value('familyName')];
  if (givenName !== '' || familyName !== '')
    return { givenName: givenName || undefined, familyName: familyName || undefined };
  const words = value('name').split(/\s+/u).filter(Boolean);
  const last = words.at(-1);
  return words.length < 2 ? { givenName: last } : { givenName: words.slice(0, -1).join(' '), familyName: last };
}

/** Undefined when nothing is said, null when it is no group. */
function groupOf(text: string): EmploymentGroup | null | undefined {
  if (text === '') return undefined;
  return EmploymentGroup.options.find((one) => one === text.toLowerCase()) ?? null;
}

/** Undefined when nothing is said; a hyphen is an empty list. */
function listOf(text: string): string[] | undefined {
  if (text === '') return undefined;
  if (NOTHING.test(text)) return [];
  return text
    .split(/[;|\n]/u)
    .map((one) => one.trim())
    .filter(Boolean);
}
