import { registerTexts } from '@lms/web-platform';

export const tasksTexts = registerTexts('standing-tasks', {
  tasks: {
    lead: 'What you do for people on their way in or out, and what you have done.',
    filters: 'Show tasks',
    more: 'Show more',
    state: { open: 'To do', done: 'Done by you' },
    list: { open: 'Tasks to do', done: 'Tasks that you have done' },
    none: { open: 'Nothing to do for anybody.', done: 'Nothing done yet.' },
    noneText: {
      open: 'When somebody joins and a step of their path is yours, it is listed here.',
      done: 'What you say is done is kept here, and can be taken back.',
    },
  },
});
