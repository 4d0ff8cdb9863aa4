import { exitSurvey } from './exit-survey.js';
import { inPerson, type CoursePlan } from './course-plan.js';

/** Courses that everybody takes, whatever their work. */
export const everyone: readonly CoursePlan[] = [
  {
    code: 'ALL-101',
    title: 'Welcome to the Alliance',
    summary:
      'Who the Alliance is, what it builds, and what you can expect in your first three months. You meet the seven members, learn how we look after each other, and find out whom to ask. Read the handbook and confirm that you have.',
    topics: ['Joining', 'Alliance'],
    minutes: 30,
    months: null,
    mandatory: true,
    activities: [{ kind: 'document', title: 'Welcome handbook', minutes: 30, file: 'welcome-handbook.pdf' }],
    needs: [{ dayOffset: 0 }],
    revisedDaysAgo: 130,
  },
  {
    code: 'ALL-102',
    title: 'Alliance outcomes',
    summary:
      'What the Alliance wants to leave behind, beside roads. It explains how an outcome is chosen and measured, and what Inspiring Workplaces asks of each of us on an ordinary working day.',
    topics: ['Joining', 'Alliance'],
    minutes: 15,
    months: null,
    mandatory: true,
    activities: [
      {
        kind: 'video',
        title: 'What an outcome asks of you',
        minutes: 1,
        file: 'outcomes.mp4',
        captions: 'outcomes.en.vtt',
      },
    ],
    needs: [
      { groups: ['office', 'manager'], dayOffset: 3 },
      { share: 0.2, dayOffset: 10 },
    ],
  },
  {
    code: 'ALL-103',
    title: 'Psychological safety',
    summary:
      'People speak up when it is safe to be wrong. This course shows what stops a colleague from raising a concern, how to answer when somebody does, and how to run a short review that blames nobody.',
    topics: ['Wellbeing', 'Leading people'],
    minutes: 25,
    months: 24,
    mandatory: false,
    activities: inPerson('Taken with a trainer', 25),
    needs: [
      { groups: ['office', 'manager', 'supervisor'], share: 0.25, dayOffset: 30 },
      { groups: ['site', 'driver'], share: 0.15, dayOffset: 60 },
    ],
  },
  {
    code: 'ALL-104',
    title: 'Customers first',
    summary:
      'Road users and neighbours live with our work day and night. Learn how closures, noise and signs look from the other side of the cones, and what you can do to make a journey safer and a night quieter.',
    topics: ['Customers'],
    minutes: 25,
    months: 24,
    mandatory: false,
    activities: inPerson('Taken with a trainer', 25),
    needs: [
      { groups: ['office', 'manager'], share: 0.25, dayOffset: 45 },
      { groups: ['site', 'driver', 'supervisor'], share: 0.15, dayOffset: 60 },
    ],
  },
  {
    code: 'ALL-105',
    title: 'Data protection',
    summary:
      'Personal data in our work: crew lists, dashcam pictures, landowners’ letters. Learn what counts as personal, how to share it safely, and what to do in the first hour when something goes to the wrong person.',
    topics: ['Information', 'Policies'],
    minutes: 30,
    months: 12,
    mandatory: true,
    activities: [{ kind: 'scorm12', title: 'Data protection at work', minutes: 30, file: 'data-protection.zip' }],
    needs: [
      { groups: ['office', 'manager'], dayOffset: 7 },
      { groups: ['supervisor'], dayOffset: 14 },
    ],
    revisedDaysAgo: 210,
  },
  {
    code: 'ALL-106',
    title: 'Before you leave',
    summary:
      'What went well, what did not, and why you go. Your answers are anonymous, take five minutes, and are read by the People Team, who tell the sites every quarter what they heard.',
    topics: ['Leaving'],
    minutes: 5,
    months: null,
    mandatory: false,
    activities: [{ kind: 'survey', title: 'Exit survey', minutes: 5, settings: exitSurvey }],
    needs: [{ share: 0.8, dayOffset: -4, leaving: true }],
  },
];
