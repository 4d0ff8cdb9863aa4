import { demoAccountsOf, grantsOf, namedId } from './accounts.js';
import { questionBanksOf } from './banks/banks.js';
import { evidenceOf, practicalRequestsOf } from './assessments.js';
import { coursesOf, goLiveOf } from './courses/courses.js';
import type { LocalDate } from './dates.js';
import { dutiesOf } from './duties.js';
import { engagementsOf } from './engagements.js';
import { historyOf } from './histories.js';
import { idsOf } from './ids.js';
import { newcomerHistory, newcomerLesson, newcomerPart } from './newcomer.js';
import { openAttemptsOf } from './open-attempts.js';
import { organisationPlans, organisationsOf } from './organisations.js';
import { pathsOf } from './paths.js';
import { peopleOf } from './people.js';
import { schemesOf } from './schemes.js';
import { sessionsOf } from './sessions/sessions.js';
import { mergedPairOf } from './twins.js';
import { slotsOf } from './slots.js';
import type { Alliance, DemoAssignment, DemoCompletion, DemoEnrolment } from './types.js';

/**
 * The whole demonstration Alliance as plain data, alive around `today`: members and suppliers, 1,800 people, courses,
 * paths, eight years of completions and what is owed now. Pure: the same seed and day give the same Alliance.
 */
export const generateAlliance = ({ seed, today }: { seed: number | string; today: LocalDate }): Alliance => {
  const ids = idsOf(seed);
  const makers = { author: namedId(ids, 'Trainer and author'), approver: namedId(ids, 'People Team') };
  const organisations = organisationsOf(ids);
  const schemes = schemesOf(ids, today);
  const slots = slotsOf(seed);
  const workers = peopleOf(seed, ids, slots);
  const engagements = engagementsOf(seed, ids, today, slots, workers, schemes);
  const outcomes = [{ id: ids('outcome', 'Inspiring Workplaces'), name: 'Inspiring Workplaces' }];
  const courses = coursesOf(ids, today, makers, outcomes[0]!.id);
  const paths = pathsOf(ids, makers, `${goLiveOf(today)}T05:00:00.000Z`);

  const courseOf = new Map(courses.map((course) => [course.code, course]));
  const planOf = new Map(organisationPlans.map((plan) => [ids('organisation', plan.key), plan]));
  const kindOf = new Map(organisations.map(({ id, kind }) => [id, kind]));
  const engagementsBy = Map.groupBy(engagements, ({ personId }) => personId);
  const newcomer = namedId(ids, newcomerPart);

  const completions: DemoCompletion[] = [];
  const enrolments: DemoEnrolment[] = [];
  const assignments: DemoAssignment[] = [];
  for (const { id } of workers.people) {
    const theirs = engagementsBy.get(id) ?? [];
    const history =
      id === newcomer
        ? newcomerHistory(id, courseOf, makers.author, today)
        : historyOf({ seed, today, courses: courseOf, planOf, trainerId: makers.author }, theirs);
    const duties = dutiesOf({ seed, ids, today, paths, kindOf }, theirs, history);
    completions.push(...history);
    enrolments.push(...duties.enrolments);
    assignments.push(...duties.assignments);
  }

  const assessed = {
    ...{ seed, ids, today, courses, engagements, verifierId: makers.approver },
    coordinator: {
      personId: namedId(ids, 'Supplier coordinator'),
      organisationId: ids('organisation', 'brackenfell'),
    },
  };
  return {
    today,
    organisations,
    schemes,
    people: workers.people,
    engagements,
    grants: grantsOf(ids, today),
    outcomes,
    questionBanks: questionBanksOf(ids, makers.author),
    courses,
    paths,
    completions,
    enrolments,
    assignments,
    openAttempts: openAttemptsOf(seed, ids, today, assignments, courseOf, { ...newcomerLesson, personId: newcomer }),
    evidence: evidenceOf(assessed, assignments),
    practicalRequests: practicalRequestsOf(assessed, namedId(ids, 'Line manager'), completions),
    sessions: sessionsOf({ ids, today, courses, organisations, engagements, assignments, completions }),
    mergedPair: mergedPairOf(slots, workers.people),
    demoAccounts: demoAccountsOf(ids, workers.people),
  };
};
