import { registerTexts } from '@lms/web-platform';

/** Who is where on a path. */
export const progressTexts = registerTexts('standing-progress', {
  progress: {
    lead_one: '{{count}} person is on this path.',
    lead_other: '{{count}} people are on this path.',
    back: 'The path',
    filters: 'Show people',
    all: 'All',
    state: { notStarted: 'Not started', underWay: 'Under way', overdue: 'Overdue', done: 'Done' },
    search: 'Find a person',
    part: 'Only those of an organisation or a scheme.',
    whole: 'Show everybody',
    caption: 'People on this path',
    person: 'Person',
    organisation: 'Organisation',
    starts: 'Starts',
    progress: 'Progress',
    done: '{{done}} of {{total}}',
    doneText: '{{done}} of {{total}} done',
    next: 'Next',
    nextDue: '{{title}}, due {{day}}',
    overdue_one: '{{count}} overdue',
    overdue_other: '{{count}} overdue',
    stateHead: 'State',
    none: 'Nobody matches.',
    noneText: 'Take off a filter to see more people.',
    nobody: 'Nobody is on this path yet.',
    nobodyText: 'People join it when their employment is saved and they belong to its audience.',
    more: 'Show more',
  },
});
