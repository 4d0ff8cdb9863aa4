import { comparable } from './find-text.js';

const NAME = 'waymark-found';

/** Marks what is searched in the text that lies over a drawn page. A browser without highlights only jumps to pages. */
export function markFound(page: HTMLElement, search: string): () => void {
  const wanted = comparable(search).trim();
  if (wanted === '' || !('highlights' in CSS)) return () => undefined;
  const ranges = [...rangesIn(page, wanted)];
  const all = CSS.highlights.get(NAME) ?? new Highlight();
  CSS.highlights.set(NAME, all);
  ranges.forEach((range) => all.add(range));
  return () => ranges.forEach((range) => all.delete(range));
}

function* rangesIn(page: HTMLElement, wanted: string): Generator<Range> {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').toLocaleLowerCase('en-GB');
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      yield range;
    }
  }
}
