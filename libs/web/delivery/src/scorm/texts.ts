import { registerTexts } from '@lms/web-platform';

export const scormTexts = registerTexts('scorm', {
  contents: 'Contents',
  contentsOf: 'Contents of {{title}}',
  closeContents: 'Close the contents',
  part: 'Part {{at}} of {{count}}: {{title}}',
  previous: 'Previous',
  next: 'Next',
  state: { new: 'Not started', begun: 'Begun', done: 'Done', failed: 'Not passed', here: 'You are here' },
  notYet: 'Opens later',
  closed: 'The lesson has closed.',
  closedText: 'What you did in it is saved. You can open it again and go on.',
  openAgain: 'Open it again',
  lookingAt: 'Opening the lesson',
});
