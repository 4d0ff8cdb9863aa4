import { pageFiles, pageText } from '@lms/domain';

/** What keeps a page from being given to people, in sentences. A film's captions stand with its file, not here. */
export function missingInPage(title: string, html: string): string[] {
  const files = pageFiles(html);
  if (pageText(html) === '' && files.length === 0) return [`The page “${title}” is empty.`];
  const undescribed = files.filter((file) => file.kind === 'image' && !file.decorative && file.alt === '').length;
  if (undescribed === 0) return [];
  if (undescribed === 1) {
    return [`A picture in the page “${title}” has no description. Say what it shows, or mark it as decorative.`];
  }
  return [
    `${undescribed} pictures in the page “${title}” have no description. Say what each shows, or mark it as decorative.`,
  ];
}
