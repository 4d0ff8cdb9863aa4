import type { QuestionBody } from '@lms/contracts';

/** A new body in which each part that reads as one of the old keeps its id. */
export function keepIds(old: QuestionBody, next: QuestionBody): QuestionBody {
  switch (next.type) {
    case 'single':
    case 'multiple':
      return 'choices' in old ? { ...next, choices: named(old.choices, next.choices, ({ text }) => text) } : next;
    case 'matching':
      return old.type === 'matching' ? { ...next, pairs: named(old.pairs, next.pairs, ({ left }) => left) } : next;
    case 'ordering':
      return old.type === 'ordering' ? { ...next, items: named(old.items, next.items, ({ text }) => text) } : next;
    default:
      return next;
  }
}

function named<T extends { id: string }>(old: readonly T[], next: readonly T[], words: (part: T) => string): T[] {
  const ids = new Map(old.map((part) => [words(part), part.id]));
  return next.map((part) => ({ ...part, id: ids.get(words(part)) ?? part.id }));
}
