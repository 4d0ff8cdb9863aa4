import type { QuestionBody } from '@lms/contracts';

/** A question without ids: they follow from its key and its place. */
export interface QuestionPlan {
  /** Unique in its bank. */
  key: string;
  text: string;
  tags: string[];
  ask: Ask;
  safetyCritical?: true;
  explanation: string;
}

/** What is right comes first, or stands in its order. */
export type Ask =
  | { type: 'single'; right: string; wrong: string[] }
  | { type: 'multiple'; right: string[]; wrong: string[] }
  | { type: 'true-false'; right: boolean }
  | { type: 'matching'; pairs: [left: string, right: string][] }
  | { type: 'ordering'; items: string[] }
  | { type: 'numeric'; value: number; tolerance: number; unit: string }
  | { type: 'short-text'; accepted: string[] };

export interface BankPlan {
  code: string;
  title: string;
  description: string;
  questions: QuestionPlan[];
}

/** The body of a question; `id` names its parts from their places. */
export function bodyOf(ask: Ask, id: (place: number) => string): QuestionBody {
  const choices = (right: string[], wrong: string[]) =>
    [...right, ...wrong].map((text, place) => ({ id: id(place), text, right: place < right.length }));
  switch (ask.type) {
    case 'single':
      return { type: ask.type, choices: choices([ask.right], ask.wrong) };
    case 'multiple':
      return { type: ask.type, choices: choices(ask.right, ask.wrong) };
    case 'matching':
      return { type: ask.type, pairs: ask.pairs.map(([left, right], place) => ({ id: id(place), left, right })) };
    case 'ordering':
      return { type: ask.type, items: ask.items.map((text, place) => ({ id: id(place), text })) };
    default:
      return ask;
  }
}
