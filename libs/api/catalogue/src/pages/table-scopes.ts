/**
 * Follows the start tags of a document and says what a heading cell without a word of its own heads: its column in the
 * first row of a table, its row in the others. Null for every other element.
 */
export function tableScopes(): (tagName: string) => 'col' | 'row' | null {
  let row = 0;
  return (tagName) => {
    if (tagName === 'table') row = 0;
    if (tagName === 'tr') row += 1;
    if (tagName !== 'th') return null;
    return row <= 1 ? 'col' : 'row';
  };
}
