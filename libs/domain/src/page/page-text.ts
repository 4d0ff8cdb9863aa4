/** How fast people read on a screen, words a minute. */
const WORDS_A_MINUTE = 200;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** The words of a stored page, without its markup; blocks are parted by spaces. */
export function pageText(html: string): string {
  return html
    .replace(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<\/?(?:strong|em|u|s|code|a)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

export function wordCount(html: string): number {
  const text = pageText(html);
  return text === '' ? 0 : text.split(' ').length;
}

/** Whole minutes, at least 1 where there is anything to read; 0 for an empty page. */
export function readingMinutes(html: string): number {
  return Math.ceil(wordCount(html) / WORDS_A_MINUTE);
}
