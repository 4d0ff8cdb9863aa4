import { registerTexts } from '@lms/web-platform';

export const supportTexts = registerTexts('support', {
  title: 'Support',
  lead: 'For people who cannot go on by themselves. What is done here is kept with its reason, and they are told.',
  search: 'Name, or the whole sign-in name',
  start: 'Find somebody',
  startText: 'Type two letters of a name or more.',
  none: 'Nobody is called that',
  noneText: 'Try fewer letters, or the whole sign-in name.',
  found: 'People found',
  more: 'Show more',
  signsInAs: 'Signs in as {{name}}.',
  noName: 'Has no sign-in name.',
  last: 'Last sign-in {{moment}}.',
  never: 'Never signed in.',
  hasStep: 'Has a second step',
  administrator: 'Administrator',
  reset: {
    open: 'Reset second step',
    text: 'The app, the passkeys and the recovery codes of {{name}} are taken away, and every device is signed out. They are told by mail.',
    reason: 'Why',
    reasonHint: 'It is kept. Say how you made sure that it is them.',
    reasonMissing: 'Say why.',
    submit: 'Reset it',
    cancel: 'Cancel',
    done: 'The second step of {{name}} is reset.',
  },
});
