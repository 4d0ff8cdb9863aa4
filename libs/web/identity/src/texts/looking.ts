import { registerTexts } from '@lms/web-platform';

export const lookingTexts = registerTexts('looking', {
  region: 'Looking through somebody’s eyes',
  text: 'You see what {{name}} sees. Nothing can be changed. It ends at {{time}}.',
  over: 'The time is over.',
  end: 'End',
});
