import { registerTexts } from '@lms/web-platform';

export const surveyTexts = registerTexts('delivery-survey', {
  missing: 'This survey asks nothing yet. Tell the People Team.',
  anonymous: {
    title: 'Nobody learns who answered',
    text: 'Your answers are kept without your name, without a time, and apart from your record, which says only that you have done this. They are shown in groups of five or more. Write nothing that gives you or others away.',
  },
  named: {
    title: 'Your name is kept with your answers',
    text: 'The People Team can read who answered what. Others see only what all answers come to.',
  },
  place: 'Question {{place}} of {{count}}',
  optional: 'You can leave this out',
  several: 'Choose all that apply',
  clear: 'Clear',
  clearOne: ' the answer to question {{place}}',
  end: '{{point}}, {{words}}',
  kept: 'Kept on this device until you send it.',
  keptNot: 'This device cannot keep your answers. Send them before you close this.',
  once: 'You send it once; you cannot change it afterwards.',
  send: 'Send your answers',
  faults_one: '{{count}} question needs another look.',
  faults_other: '{{count}} questions need another look.',
  fault: {
    missing: 'Answer this question.',
    unfit: 'Answer this question again: it has changed.',
    long: 'Use {{most}} characters at most.',
  },
  done: {
    title: 'Sent. Thank you.',
    text: 'You sent your answers {{moment}}.',
  },
});
