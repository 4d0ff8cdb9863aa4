/** Letters that have no accent to take off. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, (letter) => LETTERS[letter] ?? '');

/** `given.family` in plain letters; what is left of a name in another script may be nothing. */
export function nameBase(givenName: string, familyName: string): string {
  return [givenName, familyName].map(plain).filter(Boolean).join('.').slice(0, 50) || 'person';
}

/** The first of `base`, `base2`, `base3` … that is not taken; it is taken then. */
export function takeName(base: string, taken: Set<string>): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}${n}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** A sentence about what keeps a chosen name from being one; null when nothing does. */
export function wrongUsername(name: string): string | null {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{2,}$/u.test(name)) return null;
  return 'Use three letters or more, without spaces; dots, hyphens and numbers are fine.';
}
