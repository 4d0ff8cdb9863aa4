/** A mail in plain words with at most one thing to press; the same text for programs that show no HTML. */
export interface MailLayout {
  greeting: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  closing: string;
}

export function renderMail(mail: MailLayout): { text: string; html: string } {
  const action = mail.action ? [`${mail.action.label}: ${mail.action.url}`] : [];
  const text = [mail.greeting, ...mail.paragraphs, ...action, mail.closing].join('\n\n');
  const button = mail.action
    ? `<p style="margin:28px 0"><a href="${escapeHtml(mail.action.url)}" style="background:#0e596b;color:#ffffff;padding:14px 24px;border-radius:8px;font-weight:700;text-decoration:none;display:inline-block">${escapeHtml(mail.action.label)}</a></p>`
    : '';
  const body = mail.paragraphs.map((p) => `<p style="margin:0 0 14px">${escapeHtml(p)}</p>`).join('');
  const html = `<!doctype html><html lang="en-GB"><body style="margin:0;background:#f1f4f6;padding:24px"><div style="max-width:520px;margin:0 auto;background:#ffffff;border-radius:16px;padding:32px;font:16px/1.5 Overpass,'Segoe UI',system-ui,sans-serif;color:#131e22"><p style="margin:0 0 20px;font-weight:800;font-size:20px;color:#0e596b">Waymark</p><p style="margin:0 0 14px;font-weight:700">${escapeHtml(mail.greeting)}</p>${body}${button}<p style="margin:20px 0 0;color:#445156;font-size:14px">${escapeHtml(mail.closing)}</p></div></body></html>`;
  return { text, html };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
