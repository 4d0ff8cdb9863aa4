import type { QuizSettings } from '@lms/contracts';

/** Eight questions, two of each part of the bank. */
export const incursionsQuiz = (bankId: (code: string) => string): QuizSettings => ({
  kind: 'quiz',
  instructions: 'Eight questions about what you have just seen. What would you do on your own site?',
  sections: ['Alarm', 'Refuge', 'Afterwards', 'Before work'].map((tag) => ({
    bankId: bankId('INCURSIONS'),
    tag,
    count: 2,
  })),
  shuffleQuestions: true,
  shuffleChoices: true,
  passMark: 75,
  attemptsLimit: 3,
  coolDownMinutes: 10,
  timeLimitMinutes: 15,
  feedback: 'answers',
});
