import { type MailBrand, OWN_MAIL_BRAND, sayBrand, supportLine } from './mail-brand.js';
import { escapeHtml, mailDocument, type MailStyle, mailStyle } from './mail-document.js';

/** One thing, what there is to know about it, a line each, and the one next step. */
export interface MailItem {
  title: string;
  details: readonly string[];
  /** `main`: the one thing of the mail to press first. */
  action?: { label: string; url: string; main?: boolean };
}

export interface MailSection {
  heading: string;
  items: readonly MailItem[];
  /** "And 8 more", after the items. */
  more?: { label: string; url: string };
}

/** A mail in plain words with at most one thing to press, or a list; the same text for programs that show no HTML. */
export interface MailLayout {
  /** What an inbox shows beside the subject; without one it is the first words of the mail. */
  preview?: string;
  greeting: string;
  paragraphs: string[];
  sections?: readonly MailSection[];
  action?: { label: string; url: string };
  closing: string;
  /** Small links below the closing words. */
  footer?: readonly { label: string; url: string }[];
}

/** As text and as HTML, in the colours and with the name of the brand. */
export function renderMail(mail: MailLayout, brand: MailBrand = OWN_MAIL_BRAND): { text: string; html: string } {
  const said: MailLayout = {
    ...mail,
    greeting: sayBrand(mail.greeting, brand),
    paragraphs: mail.paragraphs.map((words) => sayBrand(words, brand)),
    closing: sayBrand(mail.closing, brand),
  };
  return { text: textOf(said, brand), html: htmlOf(said, brand) };
}

function textOf(mail: MailLayout, brand: MailBrand): string {
  const link = ({ label, url }: { label: string; url: string }): string => `${label}: ${url}`;
  const sections = (mail.sections ?? []).map((section) =>
    [
      section.heading.toUpperCase(),
      ...section.items.map((item) =>
        [
          `- ${item.title}`,
          ...item.details.map((line) => `  ${line}`),
          ...(item.action ? [`  ${link(item.action)}`] : []),
        ].join('\n'),
      ),
      ...(section.more ? [link(section.more)] : []),
    ].join('\n\n'),
  );
  return [
    mail.greeting,
    ...mail.paragraphs,
    ...sections,
    ...(mail.action ? [link(mail.action)] : []),
    mail.closing,
    ...[supportLine(brand.support)].filter((line) => line !== null),
    ...(mail.footer ?? []).map(link),
  ].join('\n\n');
}

function htmlOf(mail: MailLayout, brand: MailBrand): string {
  const s = mailStyle(brand);
  const help = supportLine(brand.support);
  const paragraphs = mail.paragraphs.map((p) => `<p style="${s.paragraph}">${escapeHtml(p)}</p>`).join('');
  const button = mail.action
    ? `<p style="margin:28px 0"><a class="wm-button" href="${escapeHtml(mail.action.url)}" style="${s.button}">${escapeHtml(mail.action.label)}</a></p>`
    : '';
  const footer = (mail.footer ?? [])
    .map(
      ({ label, url }) =>
        `<a class="wm-link" href="${escapeHtml(url)}" style="${s.smallLink}">${escapeHtml(label)}</a>`,
    )
    .join(' ');
  const preview = mail.preview ? `<div style="${s.preview}">${escapeHtml(mail.preview)}</div>` : '';
  return mailDocument(
    preview,
    `<h1 style="${s.greeting}">${escapeHtml(mail.greeting)}</h1>${paragraphs}${(mail.sections ?? []).map((section) => sectionHtml(section, s)).join('')}${button}` +
      `<p class="wm-quiet" style="${s.closing}">${escapeHtml(mail.closing)}</p>${help ? `<p class="wm-quiet" style="${s.help}">${escapeHtml(help)}</p>` : ''}${footer ? `<p style="margin:8px 0 0">${footer}</p>` : ''}`,
    brand,
  );
}

function sectionHtml(section: MailSection, s: MailStyle): string {
  const items = section.items
    .map((item) => {
      const [look, style] = item.action?.main ? ['wm-button', s.itemButton] : ['wm-link', s.link];
      const link = item.action
        ? `<br><a class="${look}" href="${escapeHtml(item.action.url)}" style="${style}">${escapeHtml(item.action.label)}<span style="${s.hidden}">: ${escapeHtml(item.title)}</span></a>`
        : '';
      return `<li class="wm-item" style="${s.item}"><b>${escapeHtml(item.title)}</b><br><span class="wm-quiet" style="${s.quiet}">${item.details.map(escapeHtml).join('<br>')}</span>${link}</li>`;
    })
    .join('');
  const more = section.more
    ? `<p style="${s.more}"><a class="wm-link" href="${escapeHtml(section.more.url)}" style="${s.link}">${escapeHtml(section.more.label)}</a></p>`
    : '';
  return `<h2 style="${s.heading}">${escapeHtml(section.heading)}</h2><ul role="list" style="${s.list}">${items}</ul>${more}`;
}
