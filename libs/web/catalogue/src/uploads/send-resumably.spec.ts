import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '@lms/web-platform';
import { sendResumably, type SendDeps } from './send-resumably.js';
import type { Attempt } from './tus-attempt.js';

const problem = (status: number, code: string) => new ApiProblem({ status, code, detail: `Because of ${code}.` });
const noSignal = problem(0, 'no-signal');
const signedOut = problem(401, 'signed-out');

/** An attempt in a row of them: what it reaches, and how it ends. */
type Step = { reaches?: number; ends: string | Error };

function sending(steps: Step[], renew: () => Promise<unknown> = () => Promise.resolve()) {
  const log: string[] = [];
  const deps: SendDeps = {
    attempt: async ({ onProgress }: Attempt) => {
      const step = steps.shift();
      if (!step) throw new Error('One attempt too many');
      log.push('attempt');
      if (step.reaches !== undefined) onProgress(step.reaches);
      if (typeof step.ends === 'string') return step.ends;
      throw step.ends;
    },
    renew: () => {
      log.push('renew');
      return renew();
    },
    pause: async (tries) => void log.push(`pause ${tries}`),
  };
  const stop = new AbortController();
  const answer = sendResumably(
    {
      file: new File(['PK'], 'cones & signs.zip'),
      name: 'cones & signs.zip',
      kind: 'package',
      fingerprint: 'f',
      onProgress: (percent) => log.push(`${percent}%`),
      onWaiting: () => log.push('waiting'),
      signal: stop.signal,
    },
    deps,
  );
  return { log, answer, stop };
}

describe('sending a file', () => {
  it('answers the id of what was sent', async () => {
    const { log, answer } = sending([{ reaches: 100, ends: 'u1' }]);
    expect(await answer).toBe('u1');
    expect(log).toEqual(['attempt', '100%']);
  });

  it('goes on until the signal is back, with longer pauses while nothing gets through', async () => {
    const { log, answer } = sending([
      { reaches: 10, ends: noSignal },
      { ends: noSignal },
      { reaches: 20, ends: problem(502, 'unexpected') },
      { reaches: 100, ends: 'u1' },
    ]);
    expect(await answer).toBe('u1');
    expect(log.filter((line) => line.startsWith('pause'))).toEqual(['pause 1', 'pause 2', 'pause 1']);
    expect(log.filter((line) => line === 'waiting')).toHaveLength(3);
  });

  it('finds its place again when another request was quicker', async () => {
    const { answer } = sending([{ ends: problem(409, 'wrong-offset') }, { ends: 'u1' }]);
    expect(await answer).toBe('u1');
  });

  it('renews a session that has run out', async () => {
    const { log, answer } = sending([
      { reaches: 30, ends: signedOut },
      { reaches: 60, ends: signedOut },
      { ends: 'u1' },
    ]);
    expect(await answer).toBe('u1');
    expect(log.filter((line) => line === 'renew')).toHaveLength(2);
    expect(log).not.toContain('waiting');
  });

  it('stops when the session is over, or renewing it changes nothing', async () => {
    const over = sending([{ ends: signedOut }], () => Promise.reject(signedOut));
    await expect(over.answer).rejects.toMatchObject({ code: 'signed-out' });
    const useless = sending([{ ends: signedOut }, { ends: signedOut }, { ends: signedOut }]);
    await expect(useless.answer).rejects.toMatchObject({ code: 'signed-out' });
  });

  it.each([
    [413, 'too-large'],
    [422, 'invalid'],
    [403, 'not-allowed'],
    [409, 'too-many-unfinished'],
  ])('does not try again what is refused: %i %s', async (status, code) => {
    const { log, answer } = sending([{ ends: problem(status, code) }]);
    await expect(answer).rejects.toMatchObject({ status, code });
    expect(log).toEqual(['attempt']);
  });

  it('stops when it is told to, whatever it was doing', async () => {
    const { log, answer, stop } = sending([{ ends: noSignal }]);
    stop.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(log).toEqual(['attempt']);
  });
});
