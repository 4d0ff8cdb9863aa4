import type { Question, QuestionBank } from '@lms/contracts';

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const bank = (facts: Partial<QuestionBank> = {}): QuestionBank => ({
  id: id(1),
  version: 3,
  title: 'Working near traffic',
  description: '',
  questions: 12,
  safetyCritical: 2,
  tags: [
    { tag: 'incursions', questions: 8 },
    { tag: 'zones', questions: 4 },
  ],
  usedBy: [],
  ...facts,
});

export const question = (n: number, facts: Partial<Question> = {}): Question => ({
  id: id(n),
  bankId: id(1),
  version: 4,
  retired: false,
  changedAt: '2026-11-20T09:00:00.000Z',
  statistics: { answered: 0, rightPercent: null, discrimination: null },
  text: `Question ${n}`,
  body: {
    type: 'single',
    choices: [
      { id: id(101), text: 'The alarm', right: true },
      { id: id(102), text: 'The radio', right: false },
    ],
  },
  tags: ['incursions'],
  safetyCritical: false,
  explanation: '',
  ...facts,
});
