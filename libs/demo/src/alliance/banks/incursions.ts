import type { BankPlan } from './bank-plan.js';

/** What the film shows, and what comes before and after it. */
export const incursions: BankPlan = {
  code: 'INCURSIONS',
  title: 'Incursions',
  description: 'A vehicle enters the works: what saves lives, in which order, and how it is kept from happening.',
  questions: [
    {
      key: 'first',
      text: 'A car comes through the cones towards your crew. What do you do first?',
      tags: ['Alarm'],
      ask: {
        type: 'single',
        right: 'Sound the alarm',
        wrong: ['Call the control room by radio', 'Wave at the driver', 'Move the tools out of the lane'],
      },
      safetyCritical: true,
      explanation:
        'The alarm warns everybody at once, also those who look the other way. Everything else comes after it.',
    },
    {
      key: 'order',
      text: 'Put these in the order that keeps people alive.',
      tags: ['Alarm'],
      ask: { type: 'ordering', items: ['Sound the alarm', 'Go to your refuge', 'Count heads', 'Use the radio'] },
      explanation: 'Alarm, refuge, heads, radio: the first two take seconds, and only then is there time to talk.',
    },
    {
      key: 'who-alarm',
      text: 'Only the traffic management supervisor may sound the alarm.',
      tags: ['Alarm'],
      ask: { type: 'true-false', right: false },
      explanation:
        'Whoever sees it first sounds the alarm. Nobody is ever blamed for an alarm that turns out not to be needed.',
    },
    {
      key: 'alarm-check',
      text: 'When is the alarm tested?',
      tags: ['Alarm'],
      ask: {
        type: 'single',
        right: 'At the start of every shift',
        wrong: ['Once a week', 'When somebody asks for it', 'After an incursion'],
      },
      explanation: 'An alarm that was not tested today may not sound today.',
    },
    {
      key: 'three-seconds',
      text: 'About how many seconds does a vehicle in the works leave you?',
      tags: ['Refuge'],
      ask: { type: 'numeric', value: 3, tolerance: 1, unit: 'seconds' },
      explanation: 'About three. You will not think of a way out in three seconds: know your refuge before you begin.',
    },
    {
      key: 'refuge-word',
      text: 'What do we call the safe place behind the barrier that each of us knows before work begins?',
      tags: ['Refuge'],
      ask: { type: 'short-text', accepted: ['Refuge', 'The refuge', 'My refuge', 'Safe refuge', 'Place of refuge'] },
      explanation: 'Your refuge. It is shown at the briefing and can change as the works move.',
    },
    {
      key: 'tools',
      text: 'You are in your refuge, and your saw is running in the lane. You may go back to switch it off.',
      tags: ['Refuge'],
      ask: { type: 'true-false', right: false },
      safetyCritical: true,
      explanation: 'Nothing in the lane is worth going back for. Wait until your supervisor says that it is safe.',
    },
    {
      key: 'good-refuge',
      text: 'What makes a good refuge? Choose all that apply.',
      tags: ['Refuge'],
      ask: {
        type: 'multiple',
        right: ['It is behind a barrier', 'The way there is clear', 'You can reach it in seconds'],
        wrong: ['It is close to the parked plant', 'It lies across the open lane'],
      },
      explanation:
        'Behind a barrier, with a clear way, close by. Plant can be pushed onto you, and the open lane is the danger.',
    },
    {
      key: 'no-barrier',
      text: 'There is no barrier where you work. Where is your refuge?',
      tags: ['Refuge'],
      ask: {
        type: 'single',
        right: 'Where the briefing showed it, away from the traffic side',
        wrong: ['In the cab of the nearest vehicle', 'Behind the cones', 'Wherever there is room when it happens'],
      },
      explanation: 'Cones stop nobody. If no refuge was shown to you, ask before work begins.',
    },
    {
      key: 'count',
      text: 'Why are heads counted before the radio is used?',
      tags: ['Afterwards'],
      ask: {
        type: 'single',
        right: 'So that the call can say who is missing or hurt',
        wrong: [
          'Because the radio needs time to start',
          'So that hours are booked rightly',
          'Because the driver has to be counted too',
        ],
      },
      explanation: 'The people who come to help ask first how many are hurt.',
    },
    {
      key: 'radio',
      text: 'What does your radio call say? Choose all that apply.',
      tags: ['Afterwards'],
      ask: {
        type: 'multiple',
        right: ['Where you are', 'Who is hurt'],
        wrong: ['Whose fault it was', 'How long the work will be late'],
      },
      explanation: 'Where you are and who is hurt. Everything else can wait.',
    },
    {
      key: 'who-ends',
      text: 'Who decides that the crew may go back to work?',
      tags: ['Afterwards'],
      ask: {
        type: 'single',
        right: 'Your supervisor',
        wrong: ['The oldest of the crew', 'The driver of the vehicle', 'Everybody for themselves'],
      },
      explanation: 'Your supervisor, once the closure is whole again and everybody is accounted for.',
    },
    {
      key: 'near-miss',
      text: 'A vehicle came in and left again, and nobody was near. What happens?',
      tags: ['Afterwards'],
      ask: {
        type: 'single',
        right: 'It is reported like any other incursion',
        wrong: [
          'Nothing, because nobody was hurt',
          'It is told at the next toolbox talk only',
          'The cones are moved further out',
        ],
      },
      explanation: 'The ones that went well show where the next one will come from.',
    },
    {
      key: 'match',
      text: 'Match each thing with what it is for.',
      tags: ['Before work'],
      ask: {
        type: 'matching',
        pairs: [
          ['Safety zone', 'Room that stays empty beside the traffic'],
          ['Impact protection vehicle', 'Takes the blow of a car that comes in'],
          ['Incursion alarm', 'Warns everybody at once'],
          ['Refuge', 'Where you go when it sounds'],
        ],
      },
      explanation: 'The safety zone is no place to stand, not even for a moment.',
    },
    {
      key: 'briefing',
      text: 'Nobody has shown you your refuge today. What do you do?',
      tags: ['Before work'],
      ask: {
        type: 'single',
        right: 'Ask before you begin',
        wrong: ['Use yesterday’s', 'Follow the others when it happens', 'Begin, and ask at the break'],
      },
      safetyCritical: true,
      explanation: 'The works move, and so does the refuge. You may always stop and ask.',
    },
    {
      key: 'safety-zone',
      text: 'Materials may be stored in the safety zone as long as nobody works there.',
      tags: ['Before work'],
      ask: { type: 'true-false', right: false },
      explanation: 'What stands there becomes a missile. The zone stays empty.',
    },
    {
      key: 'back',
      text: 'Which way do you face when you work next to live traffic alone with a lookout?',
      tags: ['Before work'],
      ask: {
        type: 'single',
        right: 'So that you see your lookout and the traffic',
        wrong: ['Away from the glare of the headlights', 'Towards the barrier', 'It makes no difference'],
      },
      explanation: 'A warning that you cannot see or hear is none.',
    },
    {
      key: 'entry-point',
      text: 'Most vehicles that enter the works by mistake follow something in. What?',
      tags: ['Before work'],
      ask: {
        type: 'short-text',
        accepted: [
          'A works vehicle',
          'Works vehicle',
          'Works vehicles',
          'A site vehicle',
          'Site vehicle',
          'Another vehicle',
        ],
      },
      explanation:
        'A works vehicle that slows down and turns in. Drivers behind it follow: signal early, and use the signed entry.',
    },
  ],
};
