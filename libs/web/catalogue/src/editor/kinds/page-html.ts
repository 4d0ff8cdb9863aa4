/**
 * What the editor holds, as it is stored: without the widths that a table has on this screen, with every heading cell
 * saying what it heads, and nothing at all for a page in which nothing stands.
 */
export function pageHtml(html: string): string {
  const root = new DOMParser().parseFromString(html, 'text/html').body;
  for (const group of root.querySelectorAll('colgroup')) group.remove();
  for (const element of root.querySelectorAll('[style], [colwidth], [class]')) {
    for (const name of ['style', 'colwidth', 'class']) element.removeAttribute(name);
  }
  for (const table of root.querySelectorAll('table')) headTable(table);
  const empty = root.textContent?.trim() === '' && !root.querySelector('[data-file]');
  return empty ? '' : root.innerHTML;
}

/** A first row of heading cells alone heads the columns; any other heading cell heads its row. */
function headTable(table: HTMLTableElement): void {
  const [first] = table.rows;
  const columns = first !== undefined && [...first.cells].every((cell) => cell.localName === 'th');
  for (const cell of table.querySelectorAll('th')) {
    cell.setAttribute('scope', columns && cell.parentElement === first ? 'col' : 'row');
  }
}

/** Whether two texts are the same page, however their markup is written. */
export function samePage(one: string, other: string): boolean {
  const [a, b] = [one, other].map((html) => {
    const root = new DOMParser().parseFromString(pageHtml(html), 'text/html').body;
    for (const link of root.querySelectorAll('a')) link.removeAttribute('rel');
    return root;
  });
  return a !== undefined && b !== undefined && a.isEqualNode(b);
}
