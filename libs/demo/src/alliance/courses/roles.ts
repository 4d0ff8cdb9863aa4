import { assessedSinceDaysAgo, card } from './assessed.js';
import { day, inPerson, type CoursePlan } from './course-plan.js';

/** Courses that come with a responsibility: managing, supervising, first aid, designing, office work, coordinating. */
export const roles: readonly CoursePlan[] = [
  {
    code: 'MGR-501',
    title: 'SMSTS',
    summary:
      'Site management safety training over five days, with an outside provider. Renew it with the two-day refresher before it ends; after it has ended the full course is needed again.',
    topics: ['Leading people', 'Site safety', 'Cards'],
    minutes: 5 * day,
    months: 60,
    mandatory: false,
    activities: card(
      'Your certificate',
      ['CITB', 'Another approved provider'],
      'Send the certificate as a photo or a PDF, with your name and the date on it.',
      'optional',
    ),
    revisedDaysAgo: assessedSinceDaysAgo,
    needs: [{ groups: ['manager'], trades: ['contractor', 'works', 'surfacing', 'traffic'], dayOffset: 40 }],
  },
  {
    code: 'MGR-502',
    title: 'SSSTS',
    summary:
      'Site supervision safety training over two days, with an outside provider. It covers briefings, method statements and stopping a job. You send the certificate, and somebody here checks its date.',
    topics: ['Leading people', 'Site safety', 'Cards'],
    minutes: 2 * day,
    months: 60,
    mandatory: false,
    activities: card(
      'Your certificate',
      ['CITB', 'Another approved provider'],
      'Send the certificate as a photo or a PDF, with your name and the date on it.',
      'optional',
    ),
    revisedDaysAgo: assessedSinceDaysAgo,
    needs: [{ groups: ['supervisor'], dayOffset: 30 }],
  },
  {
    code: 'AID-521',
    title: 'First aid',
    summary:
      'First aid at work over three days, for people whom their site has nominated. Requalify in two days before it ends. Each shift has its first aiders named on the board.',
    topics: ['Health'],
    minutes: 3 * day,
    months: 36,
    mandatory: false,
    activities: inPerson('Three days with an assessor', 3 * day),
    needs: [
      { groups: ['supervisor'], share: 0.5, dayOffset: 60 },
      { groups: ['site', 'office'], share: 0.06, dayOffset: 90 },
    ],
  },
  {
    code: 'DES-601',
    title: 'CDM duties',
    summary:
      'The construction, design and management regulations from where a designer sits: which risks a drawing can remove, what must be passed on, and how to record a decision that somebody will build from.',
    topics: ['Design', 'Policies'],
    minutes: 60,
    months: 36,
    mandatory: true,
    activities: inPerson('Taken with a trainer', 60),
    needs: [
      { groups: ['office', 'manager'], kinds: ['client', 'partner'], dayOffset: 14 },
      { groups: ['office', 'manager'], trades: ['services'], dayOffset: 30 },
    ],
  },
  {
    code: 'DES-602',
    title: 'GG 104',
    summary:
      'How to assess safety risk for a change to the strategic road network, in proportion to its size. A webinar with two worked examples: one small sign, one whole junction.',
    topics: ['Design'],
    minutes: 90,
    months: 36,
    mandatory: false,
    activities: inPerson('Webinar, attendance recorded', 90),
    needs: [{ groups: ['office', 'manager'], trades: ['design', 'client'], share: 0.4, dayOffset: 60 }],
  },
  {
    code: 'DES-603',
    title: 'ISO 19650',
    summary:
      'Managing information over the life of a road: names, states, revisions and who may rely on what. After it you can put a model where the next person will find it and know whether to trust it.',
    topics: ['Design', 'Information'],
    minutes: 45,
    months: null,
    mandatory: false,
    activities: inPerson('Taken with a trainer', 45),
    needs: [{ groups: ['office'], trades: ['design', 'services', 'management'], share: 0.6, dayOffset: 45 }],
  },
  {
    code: 'OFF-701',
    title: 'Lean and HELMA',
    summary:
      'Seeing waste in everyday work and taking it out. You map one job of your own, find where it waits, and learn how the lean maturity assessment looks at a team.',
    topics: ['Ways of working'],
    minutes: 30,
    months: null,
    mandatory: false,
    activities: inPerson('Taken with a trainer', 30),
    needs: [{ groups: ['office', 'manager'], kinds: ['client', 'partner'], share: 0.35, dayOffset: 50 }],
  },
  {
    code: 'OFF-702',
    title: 'Display screen equipment',
    summary:
      'Set up your chair, screen and keyboard, in the office and at home, and tell us what hurts. An assessor goes through your answers with you and records the result.',
    topics: ['Health'],
    minutes: 20,
    months: 12,
    mandatory: true,
    activities: inPerson('Self-check, gone through with an assessor', 20),
    needs: [{ groups: ['office', 'manager'], dayOffset: 7 }],
  },
  {
    code: 'OFF-703',
    title: 'PAS 2080',
    summary:
      'Carbon in infrastructure as something to be managed like cost: where it sits, who can change it and when, and how a team shows that it did. A webinar with time for questions.',
    topics: ['Environment', 'Design'],
    minutes: 60,
    months: 36,
    mandatory: false,
    activities: inPerson('Webinar, attendance recorded', 60),
    needs: [{ groups: ['office', 'manager'], kinds: ['client', 'partner'], share: 0.3, dayOffset: 70 }],
  },
  {
    code: 'SUC-801',
    title: 'Modern slavery',
    summary:
      'Forced labour hides in ordinary crews. Learn the signs at the gate, in the minibus and on a payslip, what not to do when you suspect it, and whom to call at any hour.',
    topics: ['People', 'Policies'],
    minutes: 25,
    months: 24,
    mandatory: true,
    activities: inPerson('Taken with a trainer', 25),
    needs: [{ groups: ['office', 'manager'], kinds: ['supplier'], dayOffset: 14 }],
  },
];
