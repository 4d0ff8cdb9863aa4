import { registerTexts } from '@lms/web-platform';

/** Words of data protection that several of its pages use. */
export const commonTexts = registerTexts('privacy', {
  loading: 'Loading',
  more: 'Show more',
  cancel: 'Leave it',
  area: {
    person: {
      name: 'Names and contacts',
      goes: 'Every name, e-mail address and telephone number, now and before.',
      stays: 'A number without a name, which facts point at.',
    },
    employment: {
      name: 'Employments',
      goes: 'Employee numbers, work addresses, tags, notes on leave.',
      stays: 'Organisation, job role, dates, roles: totals count them.',
    },
    'sign-in': {
      name: 'Signing in',
      goes: 'Sign-in names, passwords, sessions, links.',
      stays: 'That privacy notices were accepted.',
    },
    record: {
      name: 'Record',
      goes: 'Scores, notes and names beside the chain.',
      stays:
        'The chain to the last byte, so that it and every export can still be verified; certificates without a name.',
    },
    training: {
      name: 'Required training',
      goes: 'Reasons and notes that somebody typed.',
      stays: 'Courses and dates: standing and totals come from them.',
    },
    paths: {
      name: 'Learning paths',
      goes: 'Notes on tasks.',
      stays: 'Which path, when, and what was done.',
    },
    learning: {
      name: 'Learning',
      goes: 'Quiz answers, texts in surveys, what lessons kept, logs, notes of trainers.',
      stays: 'Attempts, times and results: statistics count them.',
    },
    practicals: {
      name: 'Practicals',
      goes: 'Photos, notes and drafts.',
      stays: 'Who signed what, and which items were met.',
    },
    evidence: {
      name: 'Evidence',
      goes: 'Card numbers, issuers, files and notes.',
      stays: 'That something was sent and accepted, and its dates.',
    },
    reports: { name: 'Problem reports', goes: 'Every report with its words.', stays: 'Nothing.' },
    messages: {
      name: 'Mails and notices',
      goes: 'Every mail and notice, and what others were told about this person.',
      stays: 'On which days reminders were sent.',
    },
    history: {
      name: 'History and audit',
      goes: 'Words and values in what is remembered of changes.',
      stays: 'Who did what, and when.',
    },
    privacy: {
      name: 'Data protection',
      goes: 'Downloads, and the reasons of holds and erasures.',
      stays: 'That there were any, when, and by whom.',
    },
  },
  ground: {
    asked: 'The person asked for it',
    period: 'The period is over',
    mistake: 'Entered by mistake',
    other: 'Another ground',
  },
  download: {
    file: 'Download, {{size}}',
    whose: 'data of {{name}}',
    making: 'Being made, {{percent}} %',
    until: 'Can be taken until {{moment}}',
    asked: 'Asked {{moment}}',
    askedBy: 'Asked by {{name}}, {{moment}}',
    ready: 'There',
    failed: 'Could not be made. Ask again.',
    ended: 'Its days are over',
    others: 'Only whoever asked can take it.',
    ownAt: 'Asked by themselves, {{moment}}',
    progress: 'How far the file is',
  },
  bytes: { kb: '{{n}} kB', mb: '{{n}} MB' },
});
