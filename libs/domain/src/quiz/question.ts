export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly right: boolean;
}
export interface Pair {
  readonly id: string;
  readonly left: string;
  readonly right: string;
}
export interface Item {
  readonly id: string;
  readonly text: string;
}

/** What is asked and what is right, by type. Choices of `single`: exactly one is right; items stand in the right order. */
export type QuestionBody =
  | { readonly type: 'single' | 'multiple'; readonly choices: readonly Choice[] }
  | { readonly type: 'true-false'; readonly right: boolean }
  | { readonly type: 'matching'; readonly pairs: readonly Pair[] }
  | { readonly type: 'ordering'; readonly items: readonly Item[] }
  | { readonly type: 'numeric'; readonly value: number; readonly tolerance: number; readonly unit: string }
  | { readonly type: 'short-text'; readonly accepted: readonly string[] };

/** What somebody answered. Ids are those of the question, or those made for one run: see `DrawnQuestion`. */
export type QuizAnswer =
  | { type: 'single'; choiceId: string }
  | { type: 'multiple'; choiceIds: string[] }
  | { type: 'true-false'; value: boolean }
  /** Left id → id of the right side. */
  | { type: 'matching'; pairs: Record<string, string> }
  | { type: 'ordering'; itemIds: string[] }
  /** As typed. */
  | { type: 'numeric' | 'short-text'; value: string };

/** Nothing chosen and nothing typed is no answer. */
export const isBlank = (answer: QuizAnswer | null): boolean => {
  switch (answer?.type) {
    case undefined:
      return true;
    case 'multiple':
      return answer.choiceIds.length === 0;
    case 'matching':
      return Object.keys(answer.pairs).length === 0;
    case 'ordering':
      return answer.itemIds.length === 0;
    case 'numeric':
    case 'short-text':
      return answer.value.trim() === '';
    default:
      return false;
  }
};
