import type { CheckedRow, RowMessage } from '@lms/api-imports';
import { dayInWords } from '@lms/domain';
import type { PersonInQuestion } from '../../known/who-are-these.js';
import type { GivenPerson } from './given-person.js';
import { type CheckedPerson, identityOf, type PersonPlan } from './person-plan.js';
import type { StandingEngagement, StandingFacts } from './standing-people.js';

export interface Surroundings {
  facts: StandingFacts | undefined;
  likely: readonly PersonInQuestion[];
  schemes: ReadonlyMap<string, { id: string; name: string }>;
  today: string;
  /** Whether the actor may change what belongs to the person and not to the engagement. */
  wholePerson: boolean;
}

/** Names less alike than this, behind one number, are hardly one person. */
const HARDLY = 0.2;
const NEEDED = { jobRole: 'job role', employmentGroup: 'group', startsOn: 'first day' } as const;
const NOT_THEIRS =
  'Names and contact details of people who are known already are changed by the People Team; the rest of the row is used.';

/** What a row about somebody comes to, by what stands. */
export function checkPerson(given: GivenPerson, around: Surroundings): CheckedPerson {
  const { facts, likely } = around;
  const standing = facts?.engagement ?? null;
  const problems = problemsOf(given, around);
  const about = [nameOf(given, standing), facts?.organisationName ?? given.organisation].filter(Boolean).join(', ');
  const identity = facts?.organisationId && given.number !== '' ? identityOf(facts.organisationId, given.number) : null;
  const base = { n: given.n, about, identity, likely: [] as CheckedRow['likely'] };
  if (problems.length > 0 || !facts?.organisationId) {
    return { ...base, outcome: 'faulty', messages: problems, diff: [], plan: null };
  }
  const asked = standing ? [] : likely.map(({ id, name, detail }) => ({ personId: id, name, detail }));
  const chosen = asked.find(({ personId }) => personId === given.choice);
  if (asked.length > 0 && !chosen && given.choice !== 'new') {
    return { ...base, outcome: 'unsure', likely: asked, messages: [], diff: [], plan: null };
  }
  const written = writtenOf(given, around, chosen?.personId ?? null);
  const known = standing !== null || chosen !== undefined;
  const messages: RowMessage[] = written.withheld ? [{ column: null, message: NOT_THEIRS }] : [];
  if (chosen) messages.push({ column: null, message: `Another engagement of ${chosen.name}.` });
  return {
    ...base,
    likely: asked,
    outcome: !standing ? (known ? 'change' : 'new') : written.diff.length === 0 ? 'same' : 'change',
    messages,
    diff: written.diff,
    plan: written.diff.length === 0 ? null : written.plan,
    managerId: given.manager === undefined ? undefined : (facts.newManager?.id ?? null),
    wave: written.plan.manager && !facts.newManager ? 1 : 0,
  };
}

const nameOf = (given: GivenPerson, standing: StandingEngagement | null): string =>
  given.name || (standing ? `${standing.givenName} ${standing.familyName}` : given.number);

function problemsOf(given: GivenPerson, { facts, schemes, today }: Surroundings): RowMessage[] {
  const problems = [...given.messages];
  const say = (column: string, message: string) => problems.push({ column, message });
  if (given.organisation !== '' && !facts?.organisationId)
    say('organisation', `There is no organisation called “${given.organisation}” where you can bring in people.`);
  if (facts?.taken) {
    say(
      'employeeNumber',
      `${given.number} was given before, and a number is never given again. Ask the People Team about whoever had it.`,
    );
    return problems;
  }
  const standing = facts?.engagement ?? null;
  if (!standing) {
    if (!given.person.givenName) say('givenName', 'The given name is missing, and this is somebody new.');
    if (!given.person.familyName) say('familyName', 'The family name is missing, and this is somebody new.');
    for (const [column, word] of Object.entries(NEEDED)) {
      const said = given.engagement[column as keyof typeof NEEDED];
      const wrong = given.messages.some((one) => one.column === column);
      if (!said && !wrong) say(column, `The ${word} is missing, and this is a new engagement.`);
    }
  } else if (standing.likeness !== null && standing.likeness < HARDLY) {
    say(
      'employeeNumber',
      `${given.number} is the number of ${standing.givenName} ${standing.familyName}. A number is never given to somebody else.`,
    );
  }
  const [startsOn, endsOn] = [
    given.engagement.startsOn ?? standing?.startsOn,
    given.engagement.endsOn === undefined ? standing?.endsOn : given.engagement.endsOn,
  ];
  if (startsOn && endsOn && endsOn < startsOn) say('endsOn', 'The last day is before the first.');
  for (const scheme of given.schemes ?? []) {
    if (!schemes.has(scheme.toLowerCase())) say('schemes', `There is no scheme “${scheme}”.`);
  }
  if (given.manager && facts?.organisationId) problems.push(...managerProblems(given.manager, given, facts, today));
  return problems;
}

function managerProblems(
  { number, organisation }: { number: string; organisation: string },
  given: GivenPerson,
  { newManager, managerInFile, managerOrganisationId, organisationId, engagement }: StandingFacts,
  today: string,
): RowMessage[] {
  const column = 'lineManager';
  if (!managerOrganisationId)
    return [{ column: 'managerOrganisation', message: `There is no organisation called “${organisation}”.` }];
  const own = managerOrganisationId === organisationId && number.toLowerCase() === given.number.toLowerCase();
  if (own || (newManager && newManager.id === engagement?.personId))
    return [{ column, message: 'Nobody is their own line manager.' }];
  if (!newManager && !managerInFile)
    return [{ column, message: `Nobody at ${organisation} has the number ${number}, here or in the file.` }];
  const stays = newManager !== null && newManager.id === engagement?.managerId;
  const over =
    given.engagement.endsOn !== undefined && given.engagement.endsOn !== null && given.engagement.endsOn < today;
  if (newManager && !newManager.live && !managerInFile && !stays && !over)
    return [{ column, message: `${newManager.name} is not engaged any more.` }];
  return [];
}

interface Written {
  diff: CheckedRow['diff'];
  plan: PersonPlan;
  /** Something of the person would change, and is not the actor's to change. */
  withheld: boolean;
}

/** What changes, column by column, in words and as it is written. */
function writtenOf(given: GivenPerson, around: Surroundings, chosenId: string | null): Written {
  const { facts, schemes, wholePerson } = around;
  const standing = facts?.engagement ?? null;
  const diff: CheckedRow['diff'] = [];
  let withheld = false;
  const plan: PersonPlan = {
    personId: standing?.personId ?? chosenId,
    engagementId: standing?.id ?? null,
    organisationId: facts?.organisationId ?? '',
    employeeNumber: given.number,
    person: {},
    engagement: {},
  };
  const tell = (column: string, before: string, after: string) => diff.push({ column, before, after });
  for (const key of ['givenName', 'familyName', 'knownAs', 'contactEmail', 'phone'] as const) {
    const said = given.person[key];
    // Who was chosen keeps what is known of them.
    if (said === undefined || chosenId !== null || (standing && said === standing[key])) continue;
    if (standing && !wholePerson) {
      withheld = true;
      continue;
    }
    Object.assign(plan.person, { [key]: said });
    if (said !== null || standing) tell(key, standing?.[key] ?? '', said ?? '');
  }
  for (const key of ['jobRole', 'employmentGroup', 'workEmail', 'startsOn', 'endsOn'] as const) {
    const said = given.engagement[key];
    if (said === undefined || (standing && said === standing[key])) continue;
    Object.assign(plan.engagement, { [key]: said });
    if (said !== null || standing) tell(key, wordsOf(key, standing?.[key] ?? null), wordsOf(key, said));
  }
  const { tags } = given.engagement;
  if (tags && tags.join() !== (standing?.tags ?? []).join()) {
    plan.engagement.tags = tags;
    tell('tags', (standing?.tags ?? []).join(', '), tags.join(', '));
  }
  if (given.schemes) {
    const found = given.schemes.flatMap((one) => schemes.get(one.toLowerCase()) ?? []);
    const ids = [...new Set(found.map(({ id }) => id))].sort();
    if (ids.join() !== [...(standing?.schemeIds ?? [])].sort().join()) {
      plan.engagement.schemeIds = ids;
      tell('schemes', (standing?.schemes ?? []).join(', '), found.map(({ name }) => name).join(', '));
    }
  }
  if (given.manager !== undefined && changesManager(given, facts)) {
    plan.manager =
      given.manager && facts?.managerOrganisationId
        ? identityOf(facts.managerOrganisationId, given.manager.number)
        : null;
    tell(
      'lineManager',
      standing?.managerName ?? '',
      given.manager ? (facts?.newManager?.name ?? given.manager.number) : '',
    );
  }
  if (!standing) diff.unshift({ column: 'employeeNumber', before: '', after: given.number });
  return { diff, plan, withheld };
}

function changesManager({ manager }: GivenPerson, facts: StandingFacts | undefined): boolean {
  const standing = facts?.engagement?.managerId ?? null;
  if (!manager) return standing !== null;
  return !facts?.newManager || facts.newManager.id !== standing;
}

const wordsOf = (key: string, value: string | null): string =>
  value !== null && (key === 'startsOn' || key === 'endsOn') ? dayInWords(value) : (value ?? '');
