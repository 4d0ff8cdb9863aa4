import { day, inPerson, type CoursePlan } from './course-plan.js';

/** Shorter courses that renew a longer one. Nobody is asked for them by themselves. */
export const refreshers: readonly CoursePlan[] = [
  {
    code: 'MGR-511',
    title: 'SMSTS refresher',
    summary:
      'Two days that renew SMSTS while it is still valid: what has changed in the law, and your own site gone through. After SMSTS has ended it is not enough.',
    topics: ['Leading people', 'Site safety'],
    minutes: 2 * day,
    months: null,
    mandatory: false,
    activities: inPerson('Two days with the provider', 2 * day),
    needs: [],
  },
  {
    code: 'AID-522',
    title: 'First aid requalification',
    summary:
      'Two days that renew first aid at work before it ends, or within 28 days after it. You go through every skill again and are assessed in it.',
    topics: ['Health'],
    minutes: 2 * day,
    months: null,
    mandatory: false,
    activities: inPerson('Two days with an assessor', 2 * day),
    needs: [],
  },
  {
    code: 'DIG-403',
    title: 'Street works reassessment',
    summary: 'A day at the assessment centre that renews your street works units while they are valid.',
    topics: ['Excavation'],
    minutes: day,
    months: null,
    mandatory: false,
    activities: inPerson('At the assessment centre', day),
    needs: [],
  },
  {
    code: 'DIG-404',
    title: 'Street works, practical units',
    summary: 'The practical units that come on top of the reassessment once a street works qualification has lapsed.',
    topics: ['Excavation'],
    minutes: 2 * day,
    months: null,
    mandatory: false,
    activities: inPerson('At the assessment centre', 2 * day),
    needs: [],
  },
];
