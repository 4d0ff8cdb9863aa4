import { registerTexts } from '@lms/web-platform';

export const ownTexts = registerTexts('my-data', {
  title: 'Your data',
  lead: 'Everything that is kept about you, in one file.',
  account: 'Your account',
  ask: 'Make the file',
  asked: 'The file is being made. You can leave this page: a notice tells you when it is there.',
  inIt: 'What is in it',
  inItText:
    'Your names, employments and record, what was asked of you and why, what you did, your cards and photos, mails and notices, and what was done about you. A page in it says in plain words what is where. Your record is in it as a signed file, too.',
  notIn: 'Passwords and what is about other people are not in it.',
  files: 'Your files',
  none: 'None yet',
  noneText: 'A file takes a minute or less, and can be taken for seven days.',
  kept: 'How long it is kept',
  notice: 'How your data is used',
  erase: 'You can ask for your data to be erased once you have left. Write to your People Team.',
  leavers: {
    forGood: 'Your record stays after you have left.',
    years_one: 'Your data is kept for {{count}} year after your last day; then the People Team decides.',
    years_other: 'Your data is kept for {{count}} years after your last day; then the People Team decides.',
  },
});
