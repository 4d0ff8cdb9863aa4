import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SaveAssessmentRequest } from '@lms/contracts';
import { ApiProblem } from '@lms/web-platform';
import { items, sheet } from '../testing/fixtures.js';
import { AssessmentDraft } from './assessment-draft.js';
import type { Kept, KeptDraft } from './kept-draft.js';

const [first, second] = [items[0]?.id ?? '', items[1]?.id ?? ''];
const noSignal = () => new ApiProblem({ status: 0, code: 'no-signal', detail: '' });

function setting(kept: Kept | null = null, given = sheet()) {
  const device: { kept: Kept | null } = { kept };
  const shelf: KeptDraft = {
    read: () => device.kept,
    write: (next) => void (device.kept = next),
    forget: () => void (device.kept = null),
  };
  const sent: { request: SaveAssessmentRequest; version: number }[] = [];
  const answers: (() => Promise<{ version: number }>)[] = [];
  const save = (request: SaveAssessmentRequest, version: number) => {
    sent.push({ request, version });
    return answers.shift()?.() ?? Promise.resolve({ version: version + 1 });
  };
  const draft = new AssessmentDraft(given, { save, kept: shelf, pauseMs: 700, retryMs: 10_000 });
  return { draft, device, sent, answers };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('an assessment being made', () => {
  it('stands on the device at once, and on the server when the writing pauses', async () => {
    const { draft, device, sent } = setting();
    draft.setResult(first, { met: true });
    draft.setNote('Good');
    expect(device.kept).toMatchObject({ version: 1, note: 'Good', results: [{ itemId: first, met: true, note: '' }] });
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(700);
    expect(sent).toHaveLength(1);
    expect([draft.read().status, device.kept]).toEqual(['saved', null]);
    draft.setResult(first, { note: 'Steady' });
    expect(await draft.flush()).toBe(true);
    expect(sent[1]).toEqual({
      version: 2,
      request: { note: 'Good', results: [{ itemId: first, met: true, note: 'Steady' }] },
    });
  });

  it('waits on the device without signal, and goes by itself when it is back', async () => {
    const { draft, device, sent, answers } = setting();
    answers.push(
      () => Promise.reject(noSignal()),
      () => Promise.reject(noSignal()),
    );
    draft.setResult(first, { met: false });
    await jest.advanceTimersByTimeAsync(700);
    expect([draft.read().status, device.kept?.results.length]).toEqual(['kept', 1]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(draft.read().status).toBe('kept');
    await jest.advanceTimersByTimeAsync(10_000);
    expect([draft.read().status, device.kept, sent.length]).toEqual(['saved', null, 3]);
  });

  it('goes on with what an earlier visit could not send', async () => {
    const { draft, sent } = setting({ version: 1, note: 'Kept', results: [{ itemId: second, met: true, note: '' }] });
    expect(draft.read().note).toBe('Kept');
    await jest.advanceTimersByTimeAsync(0);
    expect(sent[0]?.request.note).toBe('Kept');
    expect(draft.read().status).toBe('saved');
  });

  it('asks when another device went further, and sends nothing until then', async () => {
    const newer = sheet({ version: 4, note: 'Theirs' });
    const { draft, device, sent } = setting({ version: 2, note: 'Mine', results: [] }, newer);
    expect([draft.read().status, draft.read().note]).toEqual(['conflict', 'Mine']);
    draft.setNote('Mine, longer');
    await jest.advanceTimersByTimeAsync(60_000);
    expect([await draft.flush(), sent.length]).toEqual([false, 0]);
    expect(await draft.keepMine(newer)).toBe(true);
    expect(sent[0]).toMatchObject({ version: 4, request: { note: 'Mine, longer' } });
    expect(device.kept).toBeNull();
  });

  it('can go on with what the other device wrote', async () => {
    const { draft, device, answers } = setting();
    answers.push(() => Promise.reject(new ApiProblem({ status: 412, code: 'changed-meanwhile', detail: '' })));
    draft.setNote('Mine');
    await jest.advanceTimersByTimeAsync(700);
    expect(draft.read().status).toBe('conflict');
    draft.takeTheirs(sheet({ version: 7, note: 'Theirs' }));
    expect([draft.read().note, draft.read().status, device.kept]).toEqual(['Theirs', 'saved', null]);
  });

  it('does not try again what the API refuses', async () => {
    const { draft, device, sent, answers } = setting();
    answers.push(() => Promise.reject(new ApiProblem({ status: 404, code: 'not-found', detail: 'Gone' })));
    draft.setNote('Mine');
    await jest.advanceTimersByTimeAsync(60_000);
    expect([draft.read().status, sent.length, device.kept?.note]).toEqual(['refused', 1, 'Mine']);
  });

  it('loses nothing that is written while a save is under way', async () => {
    const { draft, sent, answers } = setting();
    let arrive: (answer: { version: number }) => void = () => undefined;
    answers.push(() => new Promise((resolve) => (arrive = resolve)));
    draft.setNote('One');
    await jest.advanceTimersByTimeAsync(700);
    draft.setNote('Two');
    arrive({ version: 2 });
    expect(await draft.flush()).toBe(true);
    expect(sent.map(({ request, version }) => [request.note, version])).toEqual([
      ['One', 1],
      ['Two', 2],
    ]);
  });
});
