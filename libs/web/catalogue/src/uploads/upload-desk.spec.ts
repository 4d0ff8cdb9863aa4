import { describe, expect, it } from '@jest/globals';
import type { Upload } from '@lms/contracts';
import { ApiProblem } from '@lms/web-platform';
import { UploadDesk, type DeskDeps } from './upload-desk.js';
import type { UploadEntry } from './upload-entry.js';

const target = { personId: 'p', courseId: 'c', versionId: 'v' };
const upload = (facts: Partial<Upload>): Upload => ({
  id: 'u1',
  kind: 'package',
  name: 'x.zip',
  size: 1,
  state: 'processing',
  waitingFor: null,
  progress: 0,
  refusal: null,
  summary: null,
  title: null,
  activityKind: null,
  ...facts,
});
const file = (name: string, bytes = 'x') => new File([bytes], name, { lastModified: 1_764_000_000_000 });
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

interface Sending {
  done: (id: string) => void;
  offline: () => void;
  name: string;
  fail: (error: unknown) => void;
  progress: (percent: number) => void;
  signal?: AbortSignal;
}

/** A desk whose sending and checking wait for the test. */
function makeDesk(answers: (Upload | Error)[] = [], kept: UploadEntry[] = []) {
  const sendings: Sending[] = [];
  const placed: UploadEntry[] = [];
  const written: UploadEntry[][] = [];
  const forgotten: string[] = [];
  let keys = 0;
  const deps: DeskDeps = {
    send: ({ onProgress, onWaiting, signal, name }) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        sendings.push({ done: resolve, fail: reject, progress: onProgress, offline: onWaiting, signal, name });
      }),
    forget: async (fingerprint) => void forgotten.push(fingerprint),
    read: async () => {
      const next = answers.shift();
      if (!next) return new Promise(() => undefined);
      if (next instanceof Error) throw next;
      return next;
    },
    place: async (entry) => {
      placed.push(entry);
    },
    kept: { read: () => kept, write: (entries) => void written.push([...entries]) },
    pause: () => Promise.resolve(),
    newKey: () => `k${++keys}`,
  };
  const desk = new UploadDesk(deps);
  const states = () => desk.entries().map((entry) => `${entry.name} ${entry.progress.state}`);
  return { desk, sendings, placed, written, forgotten, states };
}

describe('uploads on their way', () => {
  it('sends, waits while the file is checked, and adds it with the title that was found', async () => {
    const { desk, sendings, placed, states } = makeDesk([
      upload({ progress: 40 }),
      upload({ state: 'ready', title: 'Signs before cones' }),
    ]);
    const seen: string[] = [];
    desk.subscribe(() => seen.push(JSON.stringify(desk.entries()[0]?.progress)));
    desk.add([file('signs.zip')], target);
    expect(states()).toEqual(['signs.zip sending']);
    sendings[0]!.progress(55);
    sendings[0]!.done('u1');
    await settle();
    expect(states()).toEqual([]);
    expect(placed).toMatchObject([{ uploadId: 'u1', title: 'Signs before cones', versionId: 'v' }]);
    expect(seen).toContain('{"state":"sending","percent":55}');
    expect(seen).toContain('{"state":"checking","percent":40}');
  });

  it('sends two at a time and the next when one is through', async () => {
    const { desk, sendings, states } = makeDesk();
    desk.add([file('a.zip'), file('b.mp4'), file('c.pdf')], target);
    expect(states()).toEqual(['a.zip sending', 'b.mp4 sending', 'c.pdf waiting']);
    sendings[0]!.done('u1');
    await settle();
    expect(states()).toEqual(['a.zip checking', 'b.mp4 sending', 'c.pdf sending']);
  });

  it('says plainly why a file was refused, by its ending or by the API, and takes another one', async () => {
    const { desk, sendings, states } = makeDesk([
      upload({ state: 'refused', refusal: 'There is no imsmanifest.xml in this zip.' }),
    ]);
    desk.add([file('notes.docm'), file('bad.zip')], target);
    expect(sendings).toHaveLength(1);
    sendings[0]!.done('u1');
    await settle();
    expect(states()).toEqual(['notes.docm refused', 'bad.zip refused']);
    expect(desk.entries().map(({ progress }) => 'sentence' in progress && progress.sentence)).toEqual([
      expect.stringContaining('This kind of file cannot be used'),
      'There is no imsmanifest.xml in this zip.',
    ]);
    desk.replace('k2', file('good.zip'));
    expect(states()).toEqual(['notes.docm refused', 'good.zip sending']);
  });

  it('tries again what was lost on the way, and goes on asking while there is no signal', async () => {
    const gone = new ApiProblem({ status: 0, code: 'no-signal', detail: '' });
    const { desk, sendings, placed, states } = makeDesk([gone, gone, upload({ state: 'ready' })]);
    desk.add([file('a.zip')], target);
    sendings[0]!.fail(gone);
    await settle();
    expect(desk.entries()[0]?.progress).toMatchObject({ state: 'failed', again: true });
    desk.again('k1');
    expect(states()).toEqual(['a.zip sending']);
    sendings[1]!.done('u1');
    await settle();
    expect(placed).toHaveLength(1);
  });

  it('says that there is no signal, and that it goes on by itself', async () => {
    const { desk, sendings, states } = makeDesk();
    desk.add([file('a.zip')], target);
    sendings[0]!.progress(40);
    sendings[0]!.offline();
    expect(desk.entries()[0]?.progress).toEqual({ state: 'offline', percent: 40 });
    desk.add([file('b.zip'), file('c.zip')], target);
    expect(states()).toEqual(['a.zip offline', 'b.zip sending', 'c.zip waiting']);
    sendings[0]!.progress(41);
    expect(states()[0]).toBe('a.zip sending');
  });

  it('pauses and goes on when it is told to', async () => {
    const { desk, sendings, forgotten, states } = makeDesk();
    desk.add([file('a.zip'), file('b.zip'), file('c.zip')], target);
    sendings[0]!.progress(40);
    desk.pause('k1');
    expect(sendings[0]!.signal?.aborted).toBe(true);
    expect(desk.entries()[0]?.progress).toEqual({ state: 'paused', percent: 40 });
    // What the stopped attempt still says is about nothing.
    sendings[0]!.progress(50);
    await settle();
    expect(states()).toEqual(['a.zip paused', 'b.zip sending', 'c.zip sending']);
    expect(desk.sending()).toBe(true);
    desk.again('k1');
    expect(states()[0]).toBe('a.zip waiting');
    sendings[1]!.done('u1');
    await settle();
    expect(states()[0]).toBe('a.zip sending');
    expect(sendings.at(-1)?.name).toBe('a.zip');
    expect(forgotten).toEqual([]);
  });

  it('says when a file waits for the malware scan', async () => {
    const { desk, sendings, states } = makeDesk([upload({ state: 'waiting', waitingFor: 'malware-scan' })]);
    desk.add([file('a.zip')], target);
    sendings[0]!.done('u1');
    await settle();
    expect(states()).toEqual(['a.zip scanning']);
  });

  it('asks for the video of captions that came alone', async () => {
    const { desk, sendings, placed, states } = makeDesk([upload({ kind: 'captions', state: 'ready' })]);
    desk.add([file('en.vtt')], target);
    sendings[0]!.done('u1');
    await settle();
    expect(states()).toEqual(['en.vtt asking']);
    expect(placed).toEqual([]);
    desk.placeCaptions('k1', { activityId: 'a', language: 'en', label: 'English' });
    await settle();
    expect(placed).toMatchObject([{ captions: { activityId: 'a', language: 'en', label: 'English' } }]);
    expect(states()).toEqual([]);
  });

  it('takes nothing but captions where captions belong', () => {
    const { desk, sendings } = makeDesk();
    desk.add([file('film.mp4')], target, { activityId: 'a', language: 'en', label: 'English' });
    expect(desk.entries()[0]?.progress).toEqual({
      state: 'refused',
      sentence: 'Captions are uploaded as WebVTT (.vtt).',
    });
    expect(sendings).toHaveLength(0);
  });

  it('stops what is taken off the list, and has the API forget it', () => {
    const { desk, sendings, forgotten, states } = makeDesk();
    desk.add([file('a.zip')], target);
    desk.dismiss('k1');
    expect(sendings[0]!.signal?.aborted).toBe(true);
    expect(states()).toEqual([]);
    expect(desk.sending()).toBe(false);
    expect(forgotten).toEqual(['waymark-p-v-package-1-1764000000000-a.zip']);
  });

  describe('after the page was loaded again', () => {
    const entry = (key: string, facts: Partial<UploadEntry> = {}): UploadEntry => ({
      ...target,
      key,
      name: `${key}.zip`,
      kind: 'package',
      facts: { size: 1, lastModified: 1_764_000_000_000 },
      uploadId: null,
      title: null,
      captions: null,
      progress: { state: 'sending', percent: 30 },
      ...facts,
    });

    it('goes on with what is sent, and wants to be given the file of what is not', async () => {
      const { desk, placed, written } = makeDesk(
        [upload({ state: 'ready', title: 'Found' })],
        [entry('half'), entry('sent', { uploadId: 'u1', progress: { state: 'checking', percent: 5 } })],
      );
      await settle();
      expect(placed).toMatchObject([{ key: 'sent', title: 'Found' }]);
      expect(desk.entries()).toMatchObject([{ key: 'half', progress: { state: 'interrupted', percent: 30 } }]);
      expect(written.at(-1)).toHaveLength(1);
      expect(desk.sending()).toBe(false);
    });

    it.each<[string, (desk: UploadDesk, same: File) => void]>([
      ['for it', (desk, same) => desk.replace('half', same)],
      ['among others', (desk, same) => desk.add([same], target)],
    ])('goes on where it stopped with the same file, chosen %s', (_, choose) => {
      const { desk, sendings, forgotten, states } = makeDesk([], [entry('half')]);
      choose(desk, file('half.zip'));
      expect(states()).toEqual(['half.zip sending']);
      expect(desk.entries()[0]?.key).toBe('half');
      expect(sendings).toHaveLength(1);
      expect(forgotten).toEqual([]);
    });

    it('begins anew with another file of the same name, and has the API forget the old one', () => {
      const { desk, forgotten, states } = makeDesk([], [entry('half')]);
      desk.replace('half', file('half.zip', 'longer'));
      expect(states()).toEqual(['half.zip sending']);
      expect(desk.entries()[0]?.key).not.toBe('half');
      expect(forgotten).toEqual(['waymark-p-v-package-1-1764000000000-half.zip']);
    });

    it('keeps the drafts apart', () => {
      const { desk, states } = makeDesk([], [entry('half')]);
      desk.add([file('half.zip')], { ...target, versionId: 'another' });
      expect(states()).toEqual(['half.zip interrupted', 'half.zip sending']);
    });
  });
});
