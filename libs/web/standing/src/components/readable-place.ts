/** A package's own bookmark as words, when it is made of words: "signs-before-cones" is, "5_JXk2|0" is not. */
export function readablePlace(bookmark: string | null): string | null {
  if (!bookmark || bookmark.length > 80) return null;
  const words = bookmark.trim().replaceAll(/[-_]+/g, ' ');
  if (!/^\p{L}[\p{L}\d’',:()]*( [\p{L}\d’',:()]+)+$/u.test(words)) return null;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
