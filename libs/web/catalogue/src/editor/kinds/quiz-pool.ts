import type { QuestionBank, QuizSection } from '@lms/contracts';

/** How many questions a section can draw from; null until the bank is known. */
export function inSection(section: QuizSection, bank: QuestionBank | undefined): number | null {
  if (!bank) return null;
  return section.tag === null ? bank.questions : (bank.tags.find(({ tag }) => tag === section.tag)?.questions ?? 0);
}

/** How many it asks: as many as it should draw, but no more than there are. */
export function askedBy(section: QuizSection, bank: QuestionBank | undefined): number | null {
  const there = inSection(section, bank);
  return there === null ? null : Math.min(section.count ?? there, there);
}

/** How many questions a quiz asks; null until every bank is known. No question is asked twice. */
export function questionsOf(sections: readonly QuizSection[], banks: ReadonlyMap<string, QuestionBank>): number | null {
  const asked = sections.map((section) => ({
    bankId: section.bankId,
    count: askedBy(section, banks.get(section.bankId)),
  }));
  if (asked.some(({ count }) => count === null)) return null;
  const perBank = new Map<string, number>();
  for (const { bankId, count } of asked) perBank.set(bankId, (perBank.get(bankId) ?? 0) + (count ?? 0));
  return [...perBank].reduce((sum, [id, count]) => sum + Math.min(count, banks.get(id)?.questions ?? 0), 0);
}
