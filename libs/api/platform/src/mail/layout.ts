import { escapeHtml, MAIL_STYLE, mailDocument } from './mail-document.js';

/** One thing, what there is to know about it, a line each, and the one next step. */
export interface MailItem {
  title: string;
  details: readonly string[];
  action?: { label: string; url: string };
}

export interface MailSection {
  heading: string;
  items: readonly MailItem[];
  /** "And 8 more", after the items. */
  more?: { label: string; url: string };
}

/** A mail in plain words with at most one thing to press, or a list; the same text for programs that show no HTML. */
export interface MailLayout {
  greeting: string;
  paragraphs: string[];
  sections?: readonly MailSection[];
  action?: { label: string; url: string };
  closing: string;
  /** Small links below the closing words. */
  footer?: readonly { label: string; url: string }[];
}

export function renderMail(mail: MailLayout): { text: string; html: string } {
  return { text: textOf(mail), html: htmlOf(mail) };
}

function textOf(mail: MailLayout): string {
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
    ...(mail.footer ?? []).map(link),
  ].join('\n\n');
}

function htmlOf(mail: MailLayout): string {
  const s = MAIL_STYLE;
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
  return mailDocument(
    `<h1 style="${s.greeting}">${escapeHtml(mail.greeting)}</h1>${paragraphs}${(mail.sections ?? []).map(sectionHtml).join('')}${button}` +
      `<p class="wm-quiet" style="${s.closing}">${escapeHtml(mail.closing)}</p>${footer ? `<p style="margin:8px 0 0">${footer}</p>` : ''}`,
  );
}

function sectionHtml(section: MailSection): string {
  const s = MAIL_STYLE;
  const items = section.items
    .map((item) => {
      const link = item.action
        ? `<br><a class="wm-link" href="${escapeHtml(item.action.url)}" style="${s.link}">${escapeHtml(item.action.label)}<span style="${s.hidden}">: ${escapeHtml(item.title)}</span></a>`
        : '';
      return `<li class="wm-item" style="${s.item}"><b>${escapeHtml(item.title)}</b><br><span class="wm-quiet" style="${s.quiet}">${item.details.map(escapeHtml).join('<br>')}</span>${link}</li>`;
    })
    .join('');
  const more = section.more
    ? `<p style="${s.more}"><a class="wm-link" href="${escapeHtml(section.more.url)}" style="${s.link}">${escapeHtml(section.more.label)}</a></p>`
    : '';
  return `<h2 style="${s.heading}">${escapeHtml(section.heading)}</h2><ul role="list" style="${s.list}">${items}</ul>${more}`;
}
