import { registerTexts } from '@lms/web-platform';

export const countsTexts = registerTexts('counts', {
  title: 'What counts as this course',
  all: 'Equivalences',
  by: '{{title}}, {{by}}',
  held: 'You have it',
  enough: 'It is enough by itself.',
  left: 'With it only {{title}} is left to be done.',
  from: 'If awarded from {{from}} on.',
  to: 'If awarded up to {{to}}.',
  between: 'If awarded from {{from}} to {{to}}.',
  months_one: 'For {{count}} month at most.',
  months_other: 'For {{count}} months at most.',
});
