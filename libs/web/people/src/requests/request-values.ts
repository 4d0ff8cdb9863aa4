import type { AskRequest, ChosenPeople, Engagement } from '@lms/contracts';
import type { Choice } from '../fields/choice.js';

export interface RequestValues {
  target: 'course' | 'path';
  courseId: Choice | null;
  pathId: Choice | null;
  why: string;
  dueOn: string;
  people: Choice[];
  organisations: Choice[];
  schemes: Choice[];
  group: Engagement['employmentGroup'] | '';
  lines: string;
}

export const emptyRequest: RequestValues = {
  target: 'course',
  courseId: null,
  pathId: null,
  why: '',
  dueOn: '',
  people: [],
  organisations: [],
  schemes: [],
  group: '',
  lines: '',
};

const ids = (choices: readonly Choice[]): string[] => choices.map(({ value }) => value);

/** Whom it is for, as the API takes it. */
export const chosenOf = (values: RequestValues): ChosenPeople => ({
  personIds: ids(values.people),
  organisationIds: ids(values.organisations),
  schemeIds: ids(values.schemes),
  groups: values.group === '' ? [] : [values.group],
  lines: values.lines
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean),
});

export const isForNobody = (values: RequestValues): boolean =>
  Object.values(chosenOf(values)).every((list) => list.length === 0);

/** The course or the path, whichever is meant. */
export const targetOf = ({ target, courseId, pathId }: RequestValues): Pick<AskRequest, 'courseId' | 'pathId'> => ({
  courseId: target === 'course' ? (courseId?.value ?? null) : null,
  pathId: target === 'path' ? (pathId?.value ?? null) : null,
});

export const askRequestOf = (values: RequestValues, expected: number): AskRequest => ({
  ...targetOf(values),
  why: values.why.trim(),
  dueOn: values.dueOn || null,
  chosen: chosenOf(values),
  expected,
});
