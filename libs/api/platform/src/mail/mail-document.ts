import type { MailBrand } from './mail-brand.js';

/** Colours are said twice: inline for programs that read nothing else, and as classes for those that know a dark scheme. */
const dark = ({ inkDark }: MailBrand): string =>
  `
@media (prefers-color-scheme: dark) {
  .wm-canvas { background: #10181b !important; }
  .wm-sheet { background: #182327 !important; color: #e8eef0 !important; }
  .wm-name, .wm-link { color: ${inkDark} !important; }
  .wm-quiet { color: #b3c1c6 !important; }
  .wm-item { border-color: #33444b !important; }
  .wm-button { background: ${inkDark} !important; color: #0b1316 !important; }
}
@media (max-width: 480px) {
  .wm-canvas { padding: 0 !important; }
  .wm-sheet { border-radius: 0 !important; padding: 24px 16px !important; }
}`.replace(/\s*\n\s*/g, ' ');

const FONT = `font:16px/1.5 Overpass,'Segoe UI',system-ui,sans-serif`;

/** What the parts of a mail look like, as inline styles. */
export const mailStyle = ({ ink }: MailBrand) => ({
  greeting: 'margin:0 0 14px;font-weight:700;font-size:20px;line-height:1.3',
  paragraph: 'margin:0 0 14px',
  heading: 'margin:32px 0 0;font-size:19px;line-height:1.3;font-weight:800',
  list: 'margin:0;padding:0;list-style:none',
  item: 'margin:0;padding:12px 0;border-bottom:1px solid #d5dde0',
  quiet: 'color:#445156',
  more: 'margin:6px 0 0',
  link: `color:${ink};font-weight:600;text-decoration:underline;display:inline-block;padding:6px 0`,
  button: `background:${ink};color:#ffffff;padding:14px 24px;border-radius:8px;font-weight:700;text-decoration:none;display:inline-block`,
  itemButton: `background:${ink};color:#ffffff;padding:12px 24px;margin:10px 0 4px;border-radius:8px;font-weight:700;text-decoration:none;display:inline-block`,
  preview: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
  closing: 'margin:24px 0 0;color:#445156;font-size:14px',
  help: 'margin:8px 0 0;color:#445156;font-size:14px',
  smallLink: `color:${ink};font-size:14px;text-decoration:underline;display:inline-block;padding:6px 12px 6px 0`,
  hidden: 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap',
});
export type MailStyle = ReturnType<typeof mailStyle>;

const LOGO_HEIGHT = 36;

function headOf({ name, ink, logo }: MailBrand): string {
  const picture = logo
    ? `<img src="${escapeHtml(logo.url)}" alt="" height="${LOGO_HEIGHT}" width="${Math.round((logo.width / logo.height) * LOGO_HEIGHT)}" style="display:inline-block;vertical-align:middle;margin-right:12px;background:#ffffff;border-radius:6px">`
    : '';
  return `<p class="wm-name" style="margin:0 0 20px;font-weight:800;font-size:20px;color:${ink}">${picture}${escapeHtml(name)}</p>`;
}

/** The page around a mail. Everything in `preview` and `body` is HTML already. */
export const mailDocument = (preview: string, body: string, brand: MailBrand): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(brand.name)}</title><style>:root { color-scheme: light dark; }${dark(brand)}</style></head>` +
  `<body class="wm-canvas" style="margin:0;background:#f1f4f6;padding:24px">${preview}<div class="wm-sheet" role="main" style="max-width:520px;margin:0 auto;background:#ffffff;border-radius:16px;padding:32px;${FONT};color:#131e22">${headOf(brand)}${body}</div></body></html>`;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
