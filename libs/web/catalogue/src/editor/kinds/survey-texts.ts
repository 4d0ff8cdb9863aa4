import { registerTexts } from '@lms/web-platform';

export const surveyTexts = registerTexts('catalogue-survey', {
  instructions: 'Before the first question',
  instructionsHint: 'What the answers are for, and what happens with them. An empty line begins a new paragraph.',
  anonymous: 'Anonymous',
  anonymousHint:
    'Answers are kept without name and time, apart from the record, and shown in groups of five or more. Nobody can link them later, not even an administrator.',
  namedHint:
    'Answers are kept with the name of whoever gave them, and learners are told so. The People Team can read them by name.',
  questions: 'Questions',
  questionsNone: 'Nothing is asked yet.',
  questionsNoneText: 'Three to ten questions are answered by most people; long surveys are left halfway.',
  question: 'Question {{number}}',
  questionMissing: 'Write what you ask.',
  type: 'Answered by',
  types: {
    single: 'One choice',
    multiple: 'Several choices',
    scale: 'A scale from 1 to 5',
    'short-text': 'A line of text',
    'long-text': 'A longer text',
  },
  required: 'Has to be answered',
  choices: 'Choices',
  choice: 'Choice {{number}}',
  choiceMissing: 'Write the choice.',
  choicesFew: 'Two choices or more are needed before this can be published.',
  addChoice: 'Add a choice',
  low: 'What 1 means',
  high: 'What 5 means',
  add: 'Add a question',
  remove: 'Remove',
  named: ' {{name}}',
  up: 'Move up',
  down: 'Move down',
});
