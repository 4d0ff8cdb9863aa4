import type { Question, QuestionBody, QuestionType, SaveQuestionRequest } from '@lms/contracts';

export interface DraftChoice {
  id: string;
  text: string;
  right: boolean;
}
export interface DraftPair {
  id: string;
  left: string;
  right: string;
}
export interface DraftItem {
  id: string;
  text: string;
}

/**
 * A question as its form holds it. What was typed for one type stays while another is tried; numbers are as typed.
 * `seen` is the version that was read, 0 for a new question.
 */
export interface QuestionDraft {
  seen: number;
  type: QuestionType;
  text: string;
  tags: string[];
  safetyCritical: boolean;
  explanation: string;
  choices: DraftChoice[];
  right: boolean;
  pairs: DraftPair[];
  items: DraftItem[];
  value: string;
  tolerance: string;
  unit: string;
  accepted: DraftItem[];
}

const newId = (): string => crypto.randomUUID();
export const emptyChoice = (): DraftChoice => ({ id: newId(), text: '', right: false });
export const emptyPair = (): DraftPair => ({ id: newId(), left: '', right: '' });
export const emptyItem = (): DraftItem => ({ id: newId(), text: '' });

export const emptyQuestion = (): QuestionDraft => ({
  seen: 0,
  type: 'single',
  text: '',
  tags: [],
  safetyCritical: false,
  explanation: '',
  choices: [emptyChoice(), emptyChoice(), emptyChoice()],
  right: true,
  pairs: [emptyPair(), emptyPair(), emptyPair()],
  items: [emptyItem(), emptyItem(), emptyItem()],
  value: '',
  tolerance: '0',
  unit: '',
  accepted: [emptyItem()],
});

/** What the form of a question that stands in the bank begins with. */
export function draftOf(question: Question): QuestionDraft {
  const { text, tags, safetyCritical, explanation, version: seen, body } = question;
  return { ...emptyQuestion(), seen, text, tags, safetyCritical, explanation, ...partsOf(body) };
}

/** A copy is a new question: its parts get ids of their own. */
export function copyOf(question: Question): QuestionDraft {
  const draft = draftOf(question);
  const anew = <T extends { id: string }>(list: T[]): T[] => list.map((each) => ({ ...each, id: newId() }));
  return { ...draft, seen: 0, choices: anew(draft.choices), pairs: anew(draft.pairs), items: anew(draft.items) };
}

function partsOf(body: QuestionBody): Partial<QuestionDraft> {
  const { type } = body;
  switch (type) {
    case 'single':
    case 'multiple':
      return { type, choices: body.choices };
    case 'true-false':
      return { type, right: body.right };
    case 'matching':
      return { type, pairs: body.pairs };
    case 'ordering':
      return { type, items: body.items };
    case 'numeric':
      return { type, value: String(body.value), tolerance: String(body.tolerance), unit: body.unit };
    case 'short-text':
      return { type, accepted: body.accepted.map((text) => ({ id: newId(), text })) };
  }
}

/** The number that a text says, with a point or a comma; null for anything else. */
export function numberIn(text: string): number | null {
  const plain = text.trim().replace(/[−–]/, '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

const written = <T extends { text: string }>(list: readonly T[]): T[] =>
  list.map((each) => ({ ...each, text: each.text.trim() })).filter((each) => each.text !== '');

/** What is asked and what is right, without the lines that were left empty. */
export function bodyOf(draft: QuestionDraft): QuestionBody {
  const { type } = draft;
  switch (type) {
    case 'single':
    case 'multiple':
      return { type, choices: written(draft.choices) };
    case 'true-false':
      return { type, right: draft.right };
    case 'matching':
      return {
        type,
        pairs: draft.pairs
          .map(({ id, left, right }) => ({ id, left: left.trim(), right: right.trim() }))
          .filter(({ left, right }) => left !== '' || right !== ''),
      };
    case 'ordering':
      return { type, items: written(draft.items) };
    case 'numeric':
      return {
        type,
        value: numberIn(draft.value) ?? 0,
        tolerance: numberIn(draft.tolerance || '0') ?? 0,
        unit: draft.unit.trim(),
      };
    case 'short-text':
      return { type, accepted: written(draft.accepted).map(({ text }) => text) };
  }
}

export const requestOf = (draft: QuestionDraft): SaveQuestionRequest => ({
  text: draft.text.trim(),
  body: bodyOf(draft),
  tags: draft.tags,
  safetyCritical: draft.safetyCritical,
  explanation: draft.explanation.trim(),
});
