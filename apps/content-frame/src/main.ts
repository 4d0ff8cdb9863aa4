import type { AppMessage, FrameMessage } from '@lms/web-delivery';
import { Course } from './course.js';
import { EntryLog } from './entry-log.js';
import { awaitPort, stopClimbing } from './handshake.js';
import { Journal } from './journal.js';
import { Keepalive } from './keepalive.js';
import { Stage } from './stage.js';
import { takeTurn } from './turn.js';
import { words } from './words.js';
import './frame.css';

type Start = Extract<AppMessage, { type: 'start' }>;

const journal = new Journal(localStorage);
const stage = new Stage();
let running: { course: Course; log: EntryLog } | null = null;

function start(message: Start, say: (message: FrameMessage) => void): void {
  if (running !== null) return;
  const { launch, standard, scos, startSco } = message;
  const log = new EntryLog(launch, journal, (entry) => say({ type: 'entry', entry }));
  const keepalive = new Keepalive(launch, (seqs) => log.confirmed(seqs));
  const course = new Course(launch, standard, log, keepalive, stage, say);
  running = { course, log };
  window.addEventListener('pagehide', () => course.leaving(true));
  window.addEventListener('pageshow', () => course.leaving(false));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') course.sendRemainder();
  });
  course.start(scos, startSco);
}

function supersede(): void {
  running?.log.freeze();
  running?.course.close();
  stage.notice(words.supersededTitle, words.superseded);
}

function receive(message: AppMessage, say: (message: FrameMessage) => void): void {
  switch (message.type) {
    case 'leftovers-kept':
      for (const { launchId, seqs } of message.kept) journal.drop(launchId, seqs);
      return;
    case 'start':
      return start(message, say);
    case 'acked':
      return running?.log.confirmed(message.seqs);
    case 'renew':
      void fetch(`/__waymark/renew?t=${encodeURIComponent(message.contentToken)}`).catch(() => undefined);
      return;
    case 'superseded':
      return supersede();
    case 'leave':
      running?.course.close();
      return say({ type: 'left' });
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
