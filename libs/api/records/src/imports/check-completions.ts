import type { CheckedRow, GivenImport, GivenRow, RowMessage } from '@lms/api-imports';
import type { PeopleFacade } from '@lms/api-people';
import type { Tx } from '@lms/api-platform';
import { dayInWords } from '@lms/domain';
import { findPerson } from './find-person.js';
import { type GivenCompletion, givenCompletion } from './given-completion.js';
import { type RecordedFacts, recordedFacts } from './recorded-facts.js';

/** As much as `who_is_this` asks for. */
const LEAST_ALIKE = 0.55;

/** What will be written: dates, ids and texts, the same whenever it is worked out from the same facts. */
export interface CompletionPlan {
  personId: string;
  courseId: string | null;
  versionId: string | null;
  completedOn: string;
  /** As the file says it; null: the course says how long. */
  expiresOn: string | null;
  reference: string;
  note: string;
  takenBack: number;
  /** For training of another company. */
  outside: { organisationId: string; code: string; title: string } | null;
}

export type CheckedCompletion = CheckedRow & { plan: CompletionPlan | null };

export async function checkCompletions(
  people: PeopleFacade,
  tx: Tx,
  { actorId, today }: GivenImport,
  rows: readonly GivenRow[],
): Promise<CheckedCompletion[]> {
  const given = rows.map((row) => givenCompletion(row, today));
  const known = await people.whoAreThese(tx, { actorId, today, least: LEAST_ALIKE }, given);
  const found = given.map((one) => {
    const person = findPerson(one, known.get(one.n));
    return {
      one,
      person: person && 'id' in person ? person : null,
      message: person && 'message' in person ? person : null,
    };
  });
  const facts = await recordedFacts(
    tx,
    actorId,
    found.map(({ one, person }) => ({ ...one, personId: person?.id ?? null })),
  );
  return found.map(({ one, person, message }) =>
    checkOne(one, person, facts.get(one.n), message ? [message, ...one.messages] : one.messages),
  );
}

function checkOne(
  given: GivenCompletion,
  person: { id: string; name: string } | null,
  facts: RecordedFacts | undefined,
  found: readonly RowMessage[],
): CheckedCompletion {
  const messages = [...found, ...problemsOf(given, facts)];
  const course =
    facts?.courseTitle ??
    (given.trainingOf === '' ? given.course : `${given.title}, ${facts?.company ?? given.trainingOf}`);
  const base = {
    n: given.n,
    about: [person?.name ?? (given.name || given.number || given.email), course].filter(Boolean).join(': '),
    likely: [],
    identity: person && facts && given.completedOn ? identityOf(person.id, given, facts) : null,
  };
  if (messages.length > 0 || !person || !facts || !given.completedOn) {
    return { ...base, outcome: 'faulty', messages, diff: [], plan: null };
  }
  if (facts.recorded) {
    return {
      ...base,
      outcome: 'same',
      messages: [{ column: null, message: 'This is on the record already.' }],
      diff: [],
      plan: null,
    };
  }
  const until = given.expiresOn ?? facts.until;
  return {
    ...base,
    outcome: 'new',
    messages: [],
    diff: [
      { column: 'completedOn', before: '', after: dayInWords(given.completedOn) },
      { column: 'expiresOn', before: '', after: until ? dayInWords(until) : facts.companyId ? '' : 'never' },
    ],
    plan: planOf(given, person.id, facts, given.completedOn),
  };
}

const identityOf = (personId: string, given: GivenCompletion, facts: RecordedFacts): string =>
  [personId, facts.courseId ?? `${facts.companyId} ${given.course.toLowerCase()}`, given.completedOn].join(' ');

function problemsOf(given: GivenCompletion, facts: RecordedFacts | undefined): RowMessage[] {
  if (!facts) return [];
  const problems: RowMessage[] = [];
  const say = (column: string, message: string) => problems.push({ column, message });
  if (facts.own) say('employeeNumber', 'Somebody else has to record what you did yourself.');
  if (given.trainingOf !== '' && !facts.companyId)
    say('trainingOf', `There is no organisation called “${given.trainingOf}”.`);
  if (given.trainingOf === '' && given.course !== '' && !facts.courseId) {
    say('course', `There is no course “${given.course}”. For training of another company say whose it was.`);
  }
  if (facts.courseId && !facts.versionId) say('course', `Nothing of ${facts.courseTitle} was ever published.`);
  if (facts.recorded && given.expiresOn && given.expiresOn !== facts.recordedUntil) {
    const until = facts.recordedUntil ? `until ${dayInWords(facts.recordedUntil)}` : 'without an end';
    say('expiresOn', `This is on the record already, valid ${until}. Correct it there.`);
  }
  return problems;
}

const planOf = (
  given: GivenCompletion,
  personId: string,
  facts: RecordedFacts,
  completedOn: string,
): CompletionPlan => ({
  personId,
  courseId: facts.courseId,
  versionId: facts.versionId,
  completedOn,
  expiresOn: given.expiresOn,
  reference: given.reference,
  note: given.note,
  takenBack: facts.takenBack,
  outside: facts.companyId
    ? { organisationId: facts.companyId, code: given.title === given.course ? '' : given.course, title: given.title }
    : null,
});
