/** Words that are no names, so that nobody is taken for somebody who is known: `n` tells them apart. */
const SYLLABLES = ['bra', 'cho', 'dwi', 'fle', 'gru', 'klo', 'pru', 'sti', 'tru', 'vle'];
const word = (n: number): string =>
  [n % 10, Math.floor(n / 10) % 10, Math.floor(n / 100) % 10].map((digit) => SYLLABLES[digit]).join('');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const WRONG_DAY = '31/02/2026';

/**
 * A crew as a supplier's own system writes it, CSV; each of the first `faulty` begins on a day that there is not.
 * `code` tells its numbers from those of other crews.
 */
export function largeCrew(given: { organisation: string; code: string; people: number; faulty: number }): string {
  const { organisation, code, people, faulty } = given;
  const rows = Array.from({ length: people }, (_, n) =>
    [
      organisation,
      `${code}-${n}`,
      capital(word(n * 7 + 1)),
      capital(`${word(n)}${code.toLowerCase()}`),
      'Operative',
      'site',
      n < faulty ? WRONG_DAY : '02/11/2026',
    ].join(','),
  );
  return ['Company,Employee no,First name,Surname,Job title,Group,Start date', ...rows].join('\n');
}
