import { registerTexts } from '@lms/web-platform';

export const previewTexts = registerTexts('delivery-preview', {
  title: 'Preview: {{title}}',
  bar: 'Preview: nothing is kept',
  barText: 'You see what learners see. Nothing you do here is saved, sent or counted.',
  back: 'Back to the course',
  lineManager: 'each learner’s own',
  nothing: 'Nothing kept',
  would: 'For a learner this would now count as done.',
  empty: 'There is nothing in this version yet.',
  emptyText: 'Add an activity to it, then look at it here.',
  allDone: 'This is the end of the course.',
  allDoneText: 'A learner would now have it on their record.',
});
