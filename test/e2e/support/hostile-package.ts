import { scorm12, type Files } from '../../fixtures/packages/build.js';

/** What the hostile package is told of the world: everything an attacker could find out by looking. */
export interface Targets {
  app: string;
  /** The content host of another package of the same learner. */
  other: string;
  /** The address of a file that belongs to another activity. */
  foreignFile: string;
}

/** What came of each attempt, in a word or two. */
export type Findings = Record<string, string>;

const PROBE = `
const later = (ms) => new Promise((done) => setTimeout(done, ms));
const word = async (what) => {
  try { return String(await what()); } catch (error) { return error.name; }
};
const asked = (url, init = {}) => word(async () => {
  const answer = await fetch(url, { credentials: 'include', ...init });
  return answer.status + ' ' + (await answer.text()).slice(0, 40);
});
/** Whether a page shows in a frame: one that does can be told from one that was refused by what is readable in it. */
const framed = (src) => word(async () => {
  const frame = document.createElement('iframe');
  frame.src = src;
  document.body.append(frame);
  await Promise.race([new Promise((done) => { frame.onload = done; }), later(3000)]);
  return frame.contentDocument?.body?.textContent?.slice(0, 40) ?? 'nothing to read';
});
const loaded = (element, set) => word(() => new Promise((done) => {
  element.onload = () => done('loaded');
  element.onerror = () => done('refused');
  set(element);
  document.body.append(element);
  setTimeout(() => done('silence'), 3000);
}));

window.attack = async ({ app, other, foreignFile }) => ({
  'reads the API': await asked(app + '/api/v1/me'),
  'reads the API without CORS': await asked(app + '/api/v1/me', { mode: 'no-cors' }),
  'writes to the API': await asked(app + '/api/v1/auth/sign-out-everywhere', { method: 'POST', mode: 'no-cors' }),
  'beacons to the API': await word(() => navigator.sendBeacon(app + '/api/v1/auth/sign-out-everywhere', '')),
  'loads the API as a script': await loaded(document.createElement('script'), (s) => { s.src = app + '/api/v1/me'; }),
  'loads the API as a picture': await loaded(new Image(), (s) => { s.src = app + '/api/v1/me'; }),
  'asks its own host for the API': await asked('/api/v1/me'),
  'frames the API': await framed(app + '/api/v1/me'),
  'frames the app': await framed(app + '/'),
  'opens a socket to the app': await word(() => new Promise((done) => {
    const socket = new WebSocket(app.replace('http', 'ws'));
    socket.onopen = () => done('open');
    socket.onerror = () => done('refused');
  })),
  'reads cookies': document.cookie === '' ? 'none' : document.cookie,
  'sets the session cookie': await word(() => {
    document.cookie = '__Host-access=mine; Path=/; Secure; Domain=' + new URL(app).hostname;
    document.cookie = '__Host-refresh=mine; Path=/; Secure; Domain=' + new URL(app).hostname;
    return document.cookie.includes('mine') ? 'set' : 'not set';
  }),
  'reads the storage of the app': String(localStorage.getItem('secret')),
  'reads the databases of the app': await word(async () => (await indexedDB.databases()).map((d) => d.name).join() || 'none'),
  'climbs to the parent': String(window.parent === window),
  'climbs for ever': await word(() => { let at = window; while (at.parent.document) at = at.parent; return 'came out'; }),
  'reads the top document': await word(() => window.top.document.title),
  'reads the storage through the top': await word(() => window.top.localStorage.getItem('secret')),
  'leads the top away': await word(() => { window.top.location.href = 'about:blank'; return 'led'; }),
  'reads another package': await asked(other + '/index.html'),
  'frames another package': await framed(other + '/index.html'),
  'reads a file of another activity': await asked(foreignFile),
  'reads beside the package': await asked('/../../imsmanifest.xml%00'),
  'installs a service worker': await word(async () => { await navigator.serviceWorker.register('/worker.js'); return 'installed'; }),
  'commits for somebody else': await asked('/__waymark/commits', {
    method: 'POST',
    body: JSON.stringify({
      launchId: '00000000-0000-4000-8000-000000000000',
      commitToken: 'x'.repeat(60),
      entries: [{ seq: 1, sco: 'item_1', at: new Date().toISOString(), set: { 'cmi.core.lesson_status': 'passed' } }],
    }),
  }),
  'sees the other standard': typeof window.API_1484_11 + ', ' + typeof window.parent.API_1484_11,
});`;

const page = (title: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><script src="probe.js"></script>`;

const files = (title: string): Files => ({
  'index.html': page(title),
  'probe.js': PROBE,
  'worker.js': 'self.addEventListener("fetch", () => undefined);',
});

export const hostilePackage = (): Uint8Array => scorm12({}, files('Hostile lesson'));
export const innocentPackage = (): Uint8Array => scorm12({}, { 'index.html': page('Innocent lesson'), 'probe.js': '' });
