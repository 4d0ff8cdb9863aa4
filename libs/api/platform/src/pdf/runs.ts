/** What of a text is written in one face. */
export interface Run {
  /** In the product's own face; else in the one for letters that it lacks. */
  own: boolean;
  text: string;
}
type Has = (letter: string) => boolean;

/** What every face has. */
const PLAIN = /^[\s -~]*$/;
const LETTER = /\p{L}/u;

/**
 * A text letter by letter in the face that has it. A letter that neither has is written as the nearest one with its other marks
 * above or below it, as those of Vietnamese. What stands between words stays with what is before it.
 */
export function runsOf(text: string, own: Has, other: Has): Run[] {
  if (PLAIN.test(text)) return [{ own: true, text }];
  const runs: Run[] = [];
  for (const letter of text.normalize('NFC')) {
    const last = runs.at(-1);
    const inOwn = own(letter) || !other(letter);
    if (last && (last.own === inOwn || (!LETTER.test(letter) && other(letter))))
      last.text += written(letter, own, other);
    else runs.push({ own: inOwn, text: written(letter, own, other) });
  }
  return runs;
}

function written(letter: string, own: Has, other: Has): string {
  if (own(letter) || other(letter)) return letter;
  const [base = letter, ...marks] = letter.normalize('NFD');
  for (const mark of marks) {
    const near = `${base}${mark}`.normalize('NFC');
    const rest = marks.filter((one) => one !== mark);
    if ([near, ...rest].every(own)) return near + rest.join('');
  }
  return [base, ...marks].every(own) ? letter.normalize('NFD') : letter;
}
