import { registerTexts } from '@lms/web-platform';

export const checkInTexts = registerTexts('sessions-check-in', {
  title: 'Check in',
  leadCode: 'The code is in already: press the button.',
  code: 'The six digits that your trainer shows',
  key: 'Digit {{digit}}',
  back: 'Delete the last digit',
  clear: 'Clear',
  keys: 'Digits',
  missing: 'The code has six digits.',
  submit: 'Check in',
  which: 'Where are you?',
  choose: 'This one',
  none: 'There is nothing to check in to now',
  noneText:
    'It opens half an hour before a session starts. If your trainer shows a picture to scan, scan it: it leads to the right session, also without a booking.',
  mine: 'My sessions',
  notOpen: 'Check-in is not open now',
  notOpenText: 'It opens {{moment}} and ends half an hour after the session.',
  closed: 'Check-in is over. Your trainer can still put you on the register.',
  done: 'You are in',
  doneAt: '{{course}}, signed at {{time}}.',
  doneWalkIn: 'You had no booking; you are on the register now.',
  today: 'Go to Today',
  session: 'The session',
});
