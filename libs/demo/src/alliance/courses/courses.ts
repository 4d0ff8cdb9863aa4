import { bankId } from '../banks/banks.js';
import { addDays, type LocalDate } from '../dates.js';
import type { Ids } from '../ids.js';
import type { DemoActivity, DemoCourse, DemoCourseVersion } from '../types.js';
import type { ActivityPlan, CoursePlan } from './course-plan.js';
import { everyone } from './everyone.js';
import { refreshers } from './refreshers.js';
import { renewalOf } from './renewals.js';
import { roles } from './roles.js';
import { site } from './site.js';

export const coursePlans: readonly CoursePlan[] = [...everyone, ...site, ...roles, ...refreshers];

/** Before this day the Alliance kept its records elsewhere; they came in by one import. */
export const goLiveOf = (today: LocalDate): LocalDate => addDays(today, -370);

export interface Makers {
  author: string;
  approver: string;
}

const activityOf = (ids: Ids, versionId: string, plan: ActivityPlan, index: number): DemoActivity => ({
  id: ids('activity', versionId, index),
  position: index + 1,
  kind: plan.kind,
  title: plan.title,
  minutes: plan.minutes,
  file: plan.file ?? null,
  completionRule: plan.kind === 'scorm12' || plan.kind === 'scorm2004' ? { kind: 'passed' } : null,
  captions: plan.captions ? [{ language: 'en-GB', label: 'English', file: plan.captions }] : [],
  noSpeech: false,
  settings: plan.settings?.((code) => bankId(ids, code)) ?? null,
});

const versionsOf = (ids: Ids, today: LocalDate, plan: CoursePlan, makers: Makers): DemoCourseVersion[] => {
  const published = [goLiveOf(today), ...(plan.revisedDaysAgo ? [addDays(today, -plan.revisedDaysAgo)] : [])];
  return published.map((publishedOn, index) => {
    const id = ids('course version', plan.code, index + 1);
    const last = index === published.length - 1;
    // What was taught before the revision was given in person; the online lesson came with the new version.
    const activities = last
      ? plan.activities
      : [{ ...plan.activities[0]!, kind: 'in-person' as const, file: undefined, settings: undefined }];
    return {
      id,
      number: index + 1,
      state: last ? 'published' : 'retired',
      change: 'major',
      validityMonths: plan.months,
      renewal: renewalIn(ids, plan.code),
      minutes: plan.minutes,
      publishedOn,
      publishedAt: `${publishedOn}T05:00:00.000Z`,
      createdById: makers.author,
      submittedById: makers.author,
      approvedById: makers.approver,
      activities: activities.map((activity, at) => activityOf(ids, id, activity, at)),
    };
  });
};

const renewalIn = (ids: Ids, code: string): DemoCourseVersion['renewal'] => {
  const { windowDays, lapse, refresherDays, refresher, remainder } = renewalOf(code);
  return {
    windowDays,
    lapse,
    refresherDays,
    refresherCourseId: refresher === null ? null : ids('course', refresher),
    remainderCourseId: remainder === null ? null : ids('course', remainder),
  };
};

export const coursesOf = (ids: Ids, today: LocalDate, makers: Makers, outcomeId: string): DemoCourse[] =>
  coursePlans.map((plan) => ({
    id: ids('course', plan.code),
    code: plan.code,
    title: plan.title,
    summary: plan.summary,
    topics: plan.topics,
    mandatory: plan.mandatory,
    outcomeId: plan.topics.includes('Wellbeing') ? outcomeId : null,
    ownerId: makers.author,
    versions: versionsOf(ids, today, plan, makers),
  }));
