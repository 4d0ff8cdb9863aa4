import type { AppMessage, FrameMessage } from '@lms/web-delivery';
import { beginCourse, type Running, type Start } from './begin-course.js';
import { awaitPort, stopClimbing } from './handshake.js';
import { Journal } from './journal.js';
import { Stage } from './stage.js';
import { beatMs } from './time/awake-clock.js';
import { takeTurn } from './turn.js';
import { words } from './words.js';
import './frame.css';

type Say = (message: FrameMessage) => void;

const journal = new Journal(localStorage);
const stage = new Stage();
let begun: Promise<Running> | null = null;
let running: Running | null = null;

async function start(message: Start, say: Say): Promise<void> {
  if (begun !== null) return;
  begun = beginCourse(message, journal, stage, say);
  const { course, calls } = (running = await begun);
  const { launchId, commitToken } = message.launch;
  window.addEventListener('pagehide', () => {
    course.leaving(true);
    calls.leaving((rest) => journal.keepCalls(launchId, commitToken, rest));
  });
  window.addEventListener('pageshow', () => {
    course.leaving(false);
    calls.leaving(null);
  });
  document.addEventListener('visibilitychange', () => {
    course.beat();
    if (document.visibilityState === 'hidden') course.sendRemainder();
  });
  setInterval(() => course.beat(), beatMs);
  course.start(message.startSco);
}

function supersede(): void {
  running?.log.freeze();
  running?.course.close();
  stage.notice(words.supersededTitle, words.superseded);
}

async function leave(say: Say): Promise<void> {
  await begun;
  running?.course.close();
  running?.calls.flush();
  say({ type: 'left' });
}

function receive(message: AppMessage, say: Say): void {
  switch (message.type) {
    case 'leftovers-kept':
      for (const { launchId, seqs } of message.kept) journal.drop(launchId, seqs);
      return journal.dropCalls(message.kept.map(({ launchId }) => launchId));
    case 'start':
      return void start(message, say);
    case 'acked':
      return running?.log.confirmed(message.seqs);
    case 'go':
      return running?.course.go(message.go);
    case 'renew':
      void fetch(`/__waymark/renew?t=${encodeURIComponent(message.contentToken)}`).catch(() => undefined);
      return;
    case 'superseded':
      return supersede();
    case 'leave':
      return void leave(say);
  }
}

function connect(port: MessagePort): void {
  stopClimbing();
  const say = (message: FrameMessage): void => {
    if (message.type === 'failed') stage.notice(words.missingTitle, words.missing);
    port.postMessage(message);
  };
  port.onmessage = (event: MessageEvent<AppMessage>) => receive(event.data, say);
  void takeTurn(2000).then(() => say({ type: 'ready', version: 1, leftovers: journal.leftovers() }));
}

const appOrigin = document.querySelector<HTMLMetaElement>('meta[name="app-origin"]')?.content ?? '';
if (appOrigin !== '' && window.parent !== window) awaitPort(appOrigin, connect);
