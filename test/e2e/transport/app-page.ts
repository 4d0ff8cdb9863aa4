import type { Launch } from '@lms/contracts';
import type { Go, HostEvent, OpenedPackage, QueueEvent, Standard } from '@lms/web-delivery';
// The transport alone: the library's front door also opens the player's pages.
import { FrameHost } from '../../../libs/web/delivery/src/frame/frame-host.js';
import { browserQueue } from '../../../libs/web/delivery/src/queue/browser-queue.js';

export interface AppPage {
  open(standard: Standard, parts?: string[]): void;
  go(go: Go): void;
  leave(): Promise<void>;
  removeFrame(): void;
  hostEvents: HostEvent[];
  queueEvents: QueueEvent[];
  snapshot(): ReturnType<ReturnType<typeof browserQueue>['snapshot']>;
}

declare global {
  interface Window {
    app: AppPage;
  }
}

const queue = browserQueue('person-1');
const hostEvents: HostEvent[] = [];
const queueEvents: QueueEvent[] = [];
queue.onEvent((event) => queueEvents.push(event));
let host: FrameHost | null = null;

const post = async (path: string): Promise<unknown> => (await fetch(path, { method: 'POST' })).json();

window.app = {
  open(standard, parts = ['part.html']) {
    const iframe = document.createElement('iframe');
    iframe.title = 'Course';
    iframe.style.cssText = 'width: 900px; height: 500px';
    document.body.append(iframe);
    const opened: OpenedPackage = {
      attemptId: 'attempt-1',
      activityId: 'activity-1',
      courseId: 'course-1',
      courseTitle: 'Course',
      kind: standard,
      title: 'Course',
      contentOrigin: `http://content.${location.host}`,
      contentToken: 'first-token',
      contentTokenSeconds: 6,
      file: null,
      poster: null,
      captions: [],
      files: [],
      scos: parts.map((href, at) => ({
        identifier: `sco-${at}`,
        title: `Part ${at + 1}`,
        href,
        reports: !href.startsWith('plain'),
      })),
      settings: null,
      done: false,
      doneAt: null,
    };
    host = new FrameHost({
      iframe,
      opened,
      queue,
      begin: async () => (await post('/api/v1/my/attempts/attempt-1/launches')) as Launch,
      onEvent: (event) => hostEvents.push(event),
      fetch: (url, init) => fetch(url, init),
      leftoverPatienceMs: 4000,
    });
    host.open();
  },
  go: (go) => host?.go(go),
  leave: async () => {
    await host?.leave();
    document.querySelector('iframe')?.remove();
  },
  removeFrame: () => document.querySelector('iframe')?.remove(),
  hostEvents,
  queueEvents,
  snapshot: () => queue.snapshot(),
};
localStorage.setItem('app-secret', 'of the app');
void queue.flushAll();
