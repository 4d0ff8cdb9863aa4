import { assessedSinceDaysAgo, card, shown } from './assessed.js';
import { hygieneLink, hygienePage } from './hygiene-page.js';
import { day, inPerson, type CoursePlan, type Need } from './course-plan.js';
import { incursionsQuiz } from './incursions-quiz.js';

const onSite: Need['groups'] = ['site', 'driver', 'supervisor'];

/** Courses for everyone who goes beyond the barrier, and for those who drive or dig. */
export const site: readonly CoursePlan[] = [
  {
    code: 'SITE-201',
    title: 'Highways Common Induction',
    summary:
      'The induction that the whole sector shares. You take it with an approved provider, send a photo of your card, and somebody here checks it. The Highways Passport stays the authority for access to site.',
    topics: ['Site safety', 'Cards'],
    minutes: 90,
    months: 36,
    mandatory: true,
    activities: card(
      'Your induction card',
      ['Highways Passport', 'CITB', 'Another approved provider'],
      'Photograph the front of your card so that the number and both dates can be read.',
    ),
    revisedDaysAgo: assessedSinceDaysAgo,
    needs: [
      { groups: onSite, dayOffset: -7 },
      { groups: ['manager'], share: 0.6, dayOffset: 10 },
    ],
  },
  {
    code: 'SITE-202',
    title: 'Site induction',
    summary:
      'What is particular about this site: the way in, the people in charge, today’s hazards, welfare, first aid, the alarm and your refuge. Held in the cabin before your first shift.',
    topics: ['Site safety', 'Joining'],
    minutes: 60,
    months: null,
    mandatory: true,
    activities: inPerson('Induction in the site cabin', 60),
    needs: [
      { groups: onSite, dayOffset: 0 },
      { groups: ['office', 'manager'], share: 0.2, dayOffset: 20 },
    ],
  },
  {
    code: 'SITE-203',
    title: 'Plant–person interface',
    summary:
      'Most people who are hurt by plant knew the machine well. Learn where the operator cannot see you, how to ask for the bucket to be grounded, and why the line on the ground matters more than the vest.',
    topics: ['Site safety', 'Plant'],
    minutes: 30,
    months: 24,
    mandatory: true,
    activities: [{ kind: 'scorm2004', title: 'Working near plant', minutes: 30, file: 'plant-person-interface.zip' }],
    needs: [{ groups: onSite, dayOffset: -3 }],
    revisedDaysAgo: 330,
  },
  {
    code: 'SITE-204',
    title: 'Occupational hygiene',
    summary:
      'Dust, noise, vibration and sun take years to do their harm. This course covers what each does to the body, which controls come before masks and gloves, and how to read your own exposure record.',
    topics: ['Health'],
    minutes: 20,
    months: 24,
    mandatory: false,
    activities: [
      { kind: 'page', title: 'What harms slowly', minutes: 5, settings: hygienePage },
      { kind: 'link', title: 'Where the guidance stands', minutes: 15, settings: hygieneLink },
    ],
    revisedDaysAgo: 240,
    needs: [{ groups: onSite, share: 0.4, dayOffset: 21 }],
  },
  {
    code: 'SITE-205',
    title: 'Temporary traffic management',
    summary:
      'How a lane closure protects you, from the first sign to the last cone. Learn the order in which it goes out and comes in, what each zone is for, and why nobody stands in the safety zone.',
    topics: ['Site safety', 'Traffic management'],
    minutes: 40,
    months: 24,
    mandatory: true,
    activities: [
      { kind: 'scorm12', title: 'Temporary traffic management', minutes: 40, file: 'temporary-traffic-management.zip' },
    ],
    needs: [{ groups: onSite, dayOffset: -3 }],
    revisedDaysAgo: 150,
  },
  {
    code: 'SITE-206',
    title: 'Incursions',
    summary:
      'A vehicle in the works leaves about three seconds. This short film shows the order that keeps people alive: alarm first, then your refuge, then count heads, then the radio.',
    topics: ['Site safety', 'Traffic management'],
    minutes: 20,
    months: 12,
    mandatory: false,
    activities: [
      {
        kind: 'video',
        title: 'When a vehicle comes through',
        minutes: 1,
        file: 'incursions.mp4',
        captions: 'incursions.en.vtt',
      },
      { kind: 'quiz', title: 'Are you ready?', minutes: 10, settings: incursionsQuiz },
    ],
    needs: [{ groups: onSite, share: 0.4, dayOffset: 14 }],
  },
  {
    code: 'SITE-207',
    title: 'Mental health toolbox talk',
    summary:
      'Fifteen minutes at the start of a shift. How to notice that a workmate is not himself or herself, three ways to begin the conversation, and where help is at any hour.',
    topics: ['Wellbeing', 'Toolbox talks'],
    minutes: 15,
    months: 12,
    mandatory: true,
    activities: inPerson('Toolbox talk', 15),
    needs: [{ groups: onSite, dayOffset: 1 }],
  },
  {
    code: 'DRV-301',
    title: 'Fatigue',
    summary:
      'Tired driving feels like normal driving until it does not. Learn how sleep debt builds up over a run of nights, the signs that come before a microsleep, and how to say no to one more load.',
    topics: ['Driving', 'Health'],
    minutes: 20,
    months: 24,
    mandatory: false,
    activities: inPerson('Taken with a trainer', 20),
    needs: [{ groups: ['driver'], dayOffset: 7 }],
  },
  {
    code: 'DRV-302',
    title: 'Raising the Bar 23',
    summary:
      'Driving for work on our schemes: checks before you set off, reversing, loads, and entering and leaving the works. Read the guidance and confirm that you will work to it.',
    topics: ['Driving'],
    minutes: 10,
    months: 12,
    mandatory: true,
    activities: [
      { kind: 'document', title: 'Driving for work, our guidance', minutes: 10, file: 'raising-the-bar-23.pdf' },
    ],
    needs: [
      { groups: ['driver'], dayOffset: 5 },
      { groups: ['supervisor'], share: 0.5, dayOffset: 20 },
    ],
    existsSinceDaysAgo: 1150,
  },
  {
    code: 'DIG-401',
    title: 'Service avoidance',
    summary:
      'A day in the field with plans, a locator and a spade. You prove that you can find buried services, mark them, and dig by hand to see them before any machine comes near.',
    topics: ['Excavation', 'Site safety'],
    minutes: day,
    months: 36,
    mandatory: false,
    activities: shown(
      'DIG-401',
      'In the field, with an assessor',
      day,
      'Bring the plans, the locator and your own gloves. Show each step as you would on any shift.',
      [
        ['Reads the plans and says which services to expect', true],
        ['Checks that the locator works before using it', true],
        ['Sweeps the area in both directions, in every mode', true],
        ['Marks what was found on the ground', false],
        ['Digs by hand beside the mark until the service is seen', true],
        ['Leaves the hole safe and tells the team what is there', false],
      ],
    ),
    revisedDaysAgo: assessedSinceDaysAgo,
    needs: [{ groups: ['site'], trades: ['contractor', 'works'], share: 0.25, dayOffset: 25 }],
  },
  {
    code: 'DIG-402',
    title: 'NRSWA',
    summary:
      'Your street works qualification. It is gained with an assessment centre outside the Alliance; you send the card, and somebody here checks its units and its date.',
    topics: ['Excavation', 'Cards'],
    minutes: 0,
    months: 60,
    mandatory: false,
    activities: card(
      'Your street works card',
      ['Street Works Qualifications Register'],
      'Photograph both sides on one picture, or scan them: the units stand on the back.',
    ),
    revisedDaysAgo: assessedSinceDaysAgo,
    needs: [
      { groups: ['site', 'supervisor'], trades: ['contractor', 'works', 'surfacing'], share: 0.25, dayOffset: 30 },
    ],
  },
];
