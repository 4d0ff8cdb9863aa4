import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CommitEntry, CommitResult, Launch } from '@lms/contracts';
import { samplePage } from './sample-page.js';

/** What the API says to a commit. */
export type Mood = 'takes' | 'fails' | 'unreachable' | 'supersedes' | 'has-ended';

export interface TransportServer {
  origin: string;
  mood: Mood;
  /** Every entry that was taken, once, by launch. */
  entries: Map<string, Map<number, CommitEntry>>;
  /** How often an entry arrived over either way. */
  arrivals: number;
  differing: number;
  renewals: string[];
  launches: Launch[];
  masteryScore: number | null;
  /** The state of a part as the server would resume it. */
  elements(sco: string): Record<string, string>;
  close(): Promise<void>;
}

const body = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};
const reply = (response: ServerResponse, status: number, type: string, text: string): void => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
};

const contentPolicy = (app: string): string =>
  [
    `default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:`,
    `connect-src 'self' data: blob:`,
    `frame-ancestors 'self' ${app}`,
    'sandbox allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads',
  ].join('; ');

/** Plays both the API (`waymark.localhost`) and a content host (`content.waymark.localhost`) on the loopback. */
export async function startServer(appScript: string, frameFolder: string, parts: number): Promise<TransportServer> {
  const state: TransportServer = {
    origin: '',
    mood: 'takes',
    entries: new Map(),
    arrivals: 0,
    differing: 0,
    renewals: [],
    launches: [],
    masteryScore: null,
    elements(sco) {
      const all = [...state.launches].flatMap((launch) => [...(state.entries.get(launch.launchId)?.values() ?? [])]);
      return Object.assign({}, ...all.filter((entry) => entry.sco === sco).map((entry) => entry.set ?? {}));
    },
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
  const problem = (response: ServerResponse, status: number, code: string): void =>
    reply(response, status, 'application/problem+json', JSON.stringify({ status, code }));

  function take(launchId: string, token: string, entries: CommitEntry[], response: ServerResponse): void {
    if (state.mood === 'unreachable') return void response.destroy();
    if (state.mood === 'fails') return reply(response, 500, 'text/html', 'sorry');
    if (state.mood === 'has-ended' || token !== `token of ${launchId}`) return problem(response, 401, 'launch-ended');
    const known = state.entries.get(launchId) ?? new Map<number, CommitEntry>();
    state.entries.set(launchId, known);
    for (const entry of entries) {
      state.arrivals += 1;
      const before = known.get(entry.seq);
      if (before && JSON.stringify(before) !== JSON.stringify(entry)) {
        state.differing += 1;
        return problem(response, 409, 'commit-differs');
      }
      known.set(entry.seq, entry);
    }
    const acknowledged = entries.map((entry) => entry.seq);
    const superseded = state.mood === 'supersedes';
    const result: CommitResult = { acknowledged, superseded, activityDone: false, courseDone: false };
    reply(response, 200, 'application/json', JSON.stringify(result));
  }

  function begin(response: ServerResponse): void {
    const number = state.launches.length + 1;
    const launchId = `launch-${number}`;
    const states = Array.from({ length: parts }, (_, at) => {
      const elements = state.elements(`sco-${at}`);
      const entry = Object.keys(elements).length === 0 ? ('ab-initio' as const) : ('resume' as const);
      const { masteryScore } = state;
      return {
        sco: `sco-${at}`,
        elements,
        entry,
        totalTime: 12_345,
        masteryScore,
        dataFromLms: 'from-lms',
        maxTimeAllowed: null,
        timeLimitAction: null,
        completionThreshold: null,
        done: false,
      };
    });
    const commitToken = `token of ${launchId}`;
    const learner = { id: 'learner-7', name: 'Okafor, Ada' };
    const launch: Launch = {
      ...{ launchId, attemptId: 'attempt-1', number, commitToken, learner, states },
      ...{ covered: [], position: 0 },
    };
    state.launches.push(launch);
    reply(response, 200, 'application/json', JSON.stringify(launch));
  }

  async function app(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, launchId, verb] = /^\/api\/v1\/launches\/([^/]+)\/(commits|content-token)$/.exec(url.pathname) ?? [];
    if (url.pathname === '/app.js') return reply(response, 200, 'text/javascript', appScript);
    if (url.pathname.endsWith('/launches')) return begin(response);
    if (verb === 'content-token') {
      const token = { contentToken: 'next-token', contentTokenSeconds: 600 };
      return reply(response, 200, 'application/json', JSON.stringify(token));
    }
    if (launchId && verb === 'commits') {
      const { entries } = JSON.parse(await body(request)) as { entries: CommitEntry[] };
      return take(launchId, (request.headers.authorization ?? '').slice('Bearer '.length), entries, response);
    }
    response.setHeader('set-cookie', ['__Host-access=secret; Path=/; Secure; HttpOnly; SameSite=Strict', 'plain=app']);
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    reply(
      response,
      200,
      'text/html',
      '<!doctype html><title>App</title><body><script type="module" src="/app.js"></script>',
    );
  }

  async function content(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    // As the real content host answers: a process of its own, and no way out.
    response.setHeader('origin-agent-cluster', '?1');
    response.setHeader('cross-origin-resource-policy', 'same-site');
    response.setHeader('content-security-policy', contentPolicy(state.origin));
    const file = /^\/__waymark\/(frame\.(?:js|css))$/.exec(url.pathname)?.[1];
    if (file) {
      const type = file.endsWith('.css') ? 'text/css' : 'text/javascript';
      return reply(response, 200, type, await readFile(`${frameFolder}/${file}`, 'utf8'));
    }
    if (url.pathname === '/__waymark/frame') {
      const page = await readFile(`${frameFolder}/frame.html`, 'utf8');
      return reply(response, 200, 'text/html', page.replaceAll('%APP_ORIGIN%', state.origin));
    }
    if (url.pathname === '/__waymark/renew') {
      state.renewals.push(url.searchParams.get('t') ?? '');
      return void response.writeHead(204).end();
    }
    if (url.pathname === '/__waymark/commits') {
      const sent = JSON.parse(await body(request)) as { launchId: string; commitToken: string; entries: CommitEntry[] };
      return take(sent.launchId, sent.commitToken, sent.entries, response);
    }
    reply(response, 200, 'text/html', samplePage);
  }

  const server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    const url = new URL(request.url ?? '/', `http://${host}`);
    void (host.startsWith('content.') ? content : app)(url, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.origin = `http://waymark.localhost:${(server.address() as AddressInfo).port}`;
  return state;
}
