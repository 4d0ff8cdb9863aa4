import { describe, expect, it } from '@jest/globals';
import type { SavePathVersionRequest } from '@lms/contracts';
import { ApiProblem } from '@lms/web-platform';
import { id, pathVersion } from '../testing/fixtures.js';
import { setStage } from './change-draft.js';
import { DraftSaver } from './draft-saver.js';

const version = pathVersion();
const rename = (title: string) => setStage(id(70), { title });

/** A saver whose saves wait for the test. */
function makeSaver() {
  const saves: { title?: string; seen: number; done: (version: number) => void; fail: (error: unknown) => void }[] = [];
  const save = (request: SavePathVersionRequest, seen: number) =>
    new Promise<typeof version>((resolve, reject) => {
      const done = (next: number) => resolve({ ...version, version: next });
      saves.push({ title: request.stages[0]?.title, seen, done, fail: reject });
    });
  return { saver: new DraftSaver(version, { save, pauseMs: 60_000 }), saves };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('saving a draft', () => {
  it('saves one after the other, each with the version that the one before made', async () => {
    const { saver, saves } = makeSaver();
    saver.change(rename('One'));
    const first = saver.flush();
    saver.change(rename('Two'));
    const second = saver.flush();
    await settle();
    expect(saves.map(({ title, seen }) => [title, seen])).toEqual([['One', 4]]);
    saves[0]!.done(5);
    await settle();
    expect(saves.map(({ title, seen }) => [title, seen])).toEqual([
      ['One', 4],
      ['Two', 5],
    ]);
    saves[1]!.done(6);
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(saver.read().status).toBe('saved');
  });

  it('is not saved while something is missing, nor when nothing changed', async () => {
    const { saver, saves } = makeSaver();
    expect(await saver.flush()).toBe(true);
    saver.change(rename(' '));
    expect(await saver.flush()).toBe(false);
    expect(saver.read().status).toBe('incomplete');
    expect(saves).toEqual([]);
  });

  it('keeps what was typed after a failure and sends it with the next try', async () => {
    const { saver, saves } = makeSaver();
    saver.change(rename('One'));
    const lost = saver.flush();
    saves[0]!.fail(new ApiProblem({ status: 0, code: 'no-signal', detail: '' }));
    expect(await lost).toBe(false);
    expect(saver.read()).toMatchObject({ status: 'failed', draft: { stages: [{ title: 'One' }] } });
    const again = saver.flush();
    saves[1]!.done(5);
    expect(await again).toBe(true);
    expect(saves[1]).toMatchObject({ title: 'One', seen: 4 });
  });

  it('stands still in a conflict until one of the two drafts is chosen', async () => {
    const { saver, saves } = makeSaver();
    saver.change(rename('Mine'));
    const refused = saver.flush();
    saves[0]!.fail(new ApiProblem({ status: 412, code: 'changed-meanwhile', detail: '' }));
    await refused;
    saver.change(rename('Mine too'));
    expect(saver.read().status).toBe('conflict');
    saver.takeTheirs({ ...version, version: 9, stages: [] });
    expect(saver.read()).toMatchObject({ status: 'saved', draft: { stages: [] }, error: null });
    expect(await saver.flush()).toBe(true);
    expect(saves).toHaveLength(1);
  });
});
