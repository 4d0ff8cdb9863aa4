import { registerTexts } from '@lms/web-platform';

export const reviewTexts = registerTexts('catalogue-reviews', {
  title: 'Reviews',
  lead: 'What is mandatory is published by two people. These wait for the second one.',
  kind: { course: 'Course', path: 'Path' },
  item: '{{title}}, version {{number}}',
  asked: '{{kind}}. Asked for by {{name}}, {{moment}}.',
  look: 'Look at it',
  mine: 'A second person publishes this',
  yours: 'Wait for you',
  others: 'Wait for somebody else',
  none: 'Nothing waits for you.',
  noneText: 'When somebody asks for approval, it is listed here.',
});
