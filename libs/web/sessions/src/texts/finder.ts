import { registerTexts } from '@lms/web-platform';

export const finderTexts = registerTexts('sessions-finder', {
  person: 'Find a person by name',
  nobody: 'Nobody whom you see has that name.',
  nothing: 'Nothing has that name.',
  found: 'Found',
  add: 'Add',
  remove: 'Remove',
});
