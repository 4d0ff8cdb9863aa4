import type { QuestionType } from '@lms/contracts';

/** The key of each type's name in the texts. */
export const typeKey = {
  single: 'type.single',
  multiple: 'type.multiple',
  'true-false': 'type.trueFalse',
  matching: 'type.matching',
  ordering: 'type.ordering',
  numeric: 'type.numeric',
  'short-text': 'type.shortText',
} as const satisfies Record<QuestionType, string>;
