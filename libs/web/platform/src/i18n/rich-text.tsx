import { Fragment, type ReactNode } from 'react';

const mark = '\u0001';

/** Placeholders for elements: each name between two marks, to be found again in the finished sentence. */
export const placeholders = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `${mark}${name}${mark}`]));

/** The finished sentence with the elements where their placeholders stand, in whatever order the language wants. */
export function richText(sentence: string, elements: Readonly<Record<string, ReactNode>>): ReactNode {
  return sentence
    .split(mark)
    .map((part, index) => <Fragment key={index}>{index % 2 ? elements[part] : part}</Fragment>);
}
