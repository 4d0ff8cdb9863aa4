import { type Chance, shuffled } from './chance.js';

/** A part of a quiz: the questions it may ask, in their own order, and how many of them; null asks them all. */
export interface PoolSection {
  readonly count: number | null;
  readonly questions: readonly string[];
}

export interface Shortfall {
  /** From 0. */
  section: number;
  wanted: number;
  /** How many are left for it when no question is asked twice. */
  left: number;
}

/**
 * Which section asks which question, none twice. What is asked as a whole goes first; the others draw from what is
 * left, and a section gives a question up when it can take another and somebody else cannot. So a section is short only
 * when every way of drawing leaves one short.
 */
function allot(sections: readonly PoolSection[], order: (questions: readonly string[]) => string[]) {
  const owner = new Map<string, number>();
  sections.forEach(({ count, questions }, section) => {
    if (count === null) for (const id of questions) if (!owner.has(id)) owner.set(id, section);
  });
  const whole = new Set(owner.keys());
  const pools = sections.map(({ count, questions }) =>
    count === null ? [] : order([...new Set(questions)].filter((id) => !whole.has(id))),
  );
  const take = (section: number, asked: Set<number>): boolean => {
    asked.add(section);
    const pool = pools[section] ?? [];
    const free = pool.find((id) => !owner.has(id));
    if (free !== undefined) {
      owner.set(free, section);
      return true;
    }
    for (const id of pool) {
      const holder = owner.get(id);
      if (holder === undefined || asked.has(holder) || !take(holder, asked)) continue;
      owner.set(id, section);
      return true;
    }
    return false;
  };
  const short: Shortfall[] = [];
  sections.forEach(({ count }, section) => {
    let taken = 0;
    while (taken < (count ?? 0) && take(section, new Set())) taken += 1;
    if (count !== null && taken < count) short.push({ section, wanted: count, left: taken });
  });
  return { owner, short };
}

/** The sections that cannot be filled, also one that would ask all of nothing; empty when the quiz can be asked. */
export const shortfalls = (sections: readonly PoolSection[]): Shortfall[] => [
  ...sections.flatMap(({ count, questions }, section) =>
    count === null && questions.length === 0 ? [{ section, wanted: 1, left: 0 }] : [],
  ),
  ...allot(sections, (questions) => [...questions]).short,
];

/** How many questions are asked: all of some sections, so many of the others. */
export const quizLength = (sections: readonly PoolSection[]): number =>
  new Set(sections.flatMap(({ count, questions }) => (count === null ? questions : []))).size +
  sections.reduce((sum, { count }) => sum + (count ?? 0), 0);

/**
 * Draws one run: section after section, each in its questions' own order, or all mixed. Of a section that shares no
 * question with another, every choice is as likely. Throws RangeError where {@link shortfalls} finds any.
 */
export const drawQuestions = (sections: readonly PoolSection[], mix: boolean, chance: Chance): string[] => {
  const { owner, short } = allot(sections, (questions) => shuffled(questions, chance));
  if (short.length > 0) throw new RangeError('There are not enough questions to draw from');
  const drawn = sections.flatMap(({ questions }, section) =>
    [...new Set(questions)].filter((id) => owner.get(id) === section),
  );
  return mix ? shuffled(drawn, chance) : drawn;
};
