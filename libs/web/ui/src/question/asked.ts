/** What is asked, by type, without what is right. The same shape as the contract's. */
export type AskedBody =
  | { type: 'single' | 'multiple'; choices: readonly AskedText[] }
  | { type: 'true-false' }
  | { type: 'matching'; lefts: readonly AskedText[]; rights: readonly AskedText[] }
  | { type: 'ordering'; items: readonly AskedText[] }
  | { type: 'numeric'; unit: string }
  | { type: 'short-text' };

export interface AskedText {
  id: string;
  text: string;
}

/** What was answered, by type. */
export type GivenAnswer =
  | { type: 'single'; choiceId: string }
  | { type: 'multiple'; choiceIds: string[] }
  | { type: 'true-false'; value: boolean }
  | { type: 'matching'; pairs: Record<string, string> }
  | { type: 'ordering'; itemIds: string[] }
  | { type: 'numeric'; value: string }
  | { type: 'short-text'; value: string };

/** Every word that an answer field says. */
export interface AnswerTexts {
  right: string;
  wrong: string;
  /** Before anything is chosen from a list. */
  choose: string;
  /** What the list of right sides is called for one left side. */
  matchOf: (left: string) => string;
  /** One right side is chosen for two left ones. */
  chosenTwice: (text: string) => string;
  up: (text: string) => string;
  down: (text: string) => string;
  moved: (text: string, place: number, count: number) => string;
  keepOrder: string;
  number: string;
  notANumber: string;
  yourAnswer: string;
}

/** What every answer field gets: `labelledBy` names the heading that holds the question. */
export interface AnswerProps<B, A> {
  body: B;
  answer: A | null;
  labelledBy: string;
  texts: AnswerTexts;
  onAnswer: (answer: GivenAnswer | null) => void;
}
