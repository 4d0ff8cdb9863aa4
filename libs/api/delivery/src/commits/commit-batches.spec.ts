import { describe, expect, it } from '@jest/globals';
import { SystemClock, type Sql } from '@lms/api-platform';
import { CommitBatches } from './commit-batches.js';

type Sent = { launch: string; entries: { seq: number }[] }[];

/** Stands where the database is: answers what each launch sent, when the test lets it. */
function database() {
  const sent: Sent[] = [];
  const held: (() => void)[] = [];
  let hold = false;
  const rows = async (_name: string, _text: string, [json]: [string]) => {
    const batch = JSON.parse(json) as Sent;
    sent.push(batch);
    if (hold) await new Promise<void>((go) => held.push(go));
    if (batch.some(({ launch }) => launch === 'broken')) throw new Error('The database said no');
    return batch.map(({ launch, entries }) => ({
      answer: launch === 'gone' ? null : { acknowledged: entries.map(({ seq }) => seq) },
    }));
  };
  const batches = new CommitBatches({ rows } as unknown as Sql, new SystemClock());
  return {
    sent,
    commit: (launch: string, seq: number) => batches.commit(launch, [{ seq }]),
    holdBack: () => (hold = true),
    letGo: () => {
      hold = false;
      held.splice(0).forEach((go) => go());
    },
  };
}

describe('commits that arrive together', () => {
  it('one alone goes at once', async () => {
    const { sent, commit } = database();
    expect(await commit('a', 1)).toMatchObject({ acknowledged: [1] });
    expect(sent).toHaveLength(1);
  });

  it('while two are being written the others wait and then go together, each with its own answer', async () => {
    const { sent, commit, holdBack, letGo } = database();
    holdBack();
    const first = [commit('a', 1), commit('b', 2)];
    const others = ['e', 'gone', 'd', 'c', 'd'].map((launch, at) => commit(launch, 10 + at));
    letGo();
    expect(await Promise.all(first)).toMatchObject([{ acknowledged: [1] }, { acknowledged: [2] }]);
    expect(await Promise.all(others)).toMatchObject([
      { acknowledged: [10] },
      null,
      { acknowledged: [12] },
      { acknowledged: [13] },
      { acknowledged: [14] },
    ]);
    // In one order for everybody, and of one launch in the order in which they came.
    expect(sent.slice(2)).toEqual([
      [
        { launch: 'c', entries: [{ seq: 13 }] },
        { launch: 'd', entries: [{ seq: 12 }] },
        { launch: 'd', entries: [{ seq: 14 }] },
        { launch: 'e', entries: [{ seq: 10 }] },
        { launch: 'gone', entries: [{ seq: 11 }] },
      ],
    ]);
  });

  it('one that fails takes nobody with it', async () => {
    const { commit, holdBack, letGo } = database();
    holdBack();
    const first = [commit('a', 1), commit('b', 2)];
    const others = [commit('c', 3), commit('broken', 4), commit('d', 5)].map((answer) =>
      answer.catch((error: unknown) => String(error)),
    );
    letGo();
    await Promise.all(first);
    expect(await Promise.all(others)).toMatchObject([
      { acknowledged: [3] },
      'Error: The database said no',
      { acknowledged: [5] },
    ]);
  });

  it('never more than 32 in one transaction', async () => {
    const { sent, commit, holdBack, letGo } = database();
    holdBack();
    const all = Array.from({ length: 80 }, (_, at) => commit(`l${at}`, at));
    letGo();
    await Promise.all(all);
    expect(sent.map((batch) => batch.length)).toEqual([1, 1, 32, 32, 14]);
  });
});
