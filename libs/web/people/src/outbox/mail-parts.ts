import { paths } from '@lms/web-platform';

/** A piece of a mail's text; `link` when it is a web address. */
export interface MailPart {
  text: string;
  link: boolean;
}

// A full stop or bracket after an address ends the sentence, not the address.
const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

/** The text of a mail, cut where web addresses begin and end. */
export const mailParts = (text: string): MailPart[] =>
  text
    .split(address)
    .map((part, index) => ({ text: part, link: index % 2 === 1 }))
    .filter((part) => part.text !== '');

/** What pressing a mail's link does: it signs in, it shows a leaver's record, or it opens a page like any other. */
export function linkOpens(link: string): 'sign-in' | 'record' | 'page' {
  const { pathname, hash } = new URL(link);
  if (hash === '') return 'page';
  return pathname === paths.leaver ? 'record' : pathname === paths.link ? 'sign-in' : 'page';
}

/** The first web address in a mail: what it wants to be pressed. */
export const mailLink = (text: string): string | undefined => mailParts(text).find((part) => part.link)?.text;
