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
    /** Keeps so many transactions open with two commits each, and everything after them until it is let go. */
    busy: async (count: number) => {
      hold = true;
      // More than one for each, since the last of them begins for many only.
      const answers = Array.from({ length: 2 * count }, (_, at) => batches.commit(`busy${at}`, [{ seq: 1 }]));
      await nextTurn();
      return answers;
    },
    letOneGo: () => {
      hold = false;
      held.shift()?.();
    },
    letGo: () => {
      hold = false;
      held.splice(0).forEach((go) => go());
    },
  };
}

/** As many transactions as are ever open. */
const ALL = 3;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('commits that arrive together', () => {
  it('one alone goes at once', async () => {
    const { sent, commit } = database();
    expect(await commit('a', 1)).toMatchObject({ acknowledged: [1] });
    expect(sent).toHaveLength(1);
  });

  it('those of one turn share the transactions evenly, one order for everybody', async () => {
    const { sent, commit } = database();
    await Promise.all(['f', 'b', 'd', 'a', 'c', 'e'].map((launch) => commit(launch, 1)));
    expect(sent.map((batch) => batch.map(({ launch }) => launch))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('while two are open, a third begins for many and not for a few', async () => {
    const { sent, commit, busy, letGo } = database();
    const first = await busy(1);
    expect(sent).toHaveLength(2);
    const others = ['a', 'b', 'c'].map((launch) => commit(launch, 1));
    await nextTurn();
    expect(sent).toHaveLength(2);
    others.push(commit('d', 1));
    await nextTurn();
    expect(sent[2]?.map(({ launch }) => launch)).toEqual(['a', 'b', 'c', 'd']);
    letGo();
    await Promise.all([...first, ...others]);
  });

  it('while all transactions are open the others wait and then go together, each with its own answer', async () => {
    const { sent, commit, busy, letOneGo, letGo } = database();
    const first = await busy(ALL);
    const others = ['e', 'gone', 'd', 'c', 'd'].map((launch, at) => commit(launch, 10 + at));
    await nextTurn();
    expect(sent).toHaveLength(ALL);
    letOneGo();
    expect(await Promise.all(others)).toMatchObject([
      { acknowledged: [10] },
      null,
      { acknowledged: [12] },
      { acknowledged: [13] },
      { acknowledged: [14] },
    ]);
    // Of one launch in the order in which they came.
    expect(sent.slice(ALL)).toEqual([
      [
        { launch: 'c', entries: [{ seq: 13 }] },
        { launch: 'd', entries: [{ seq: 12 }] },
        { launch: 'd', entries: [{ seq: 14 }] },
        { launch: 'e', entries: [{ seq: 10 }] },
        { launch: 'gone', entries: [{ seq: 11 }] },
      ],
    ]);
    letGo();
    expect(await Promise.all(first)).toMatchObject(Array.from({ length: 2 * ALL }, () => ({ acknowledged: [1] })));
  });

  it('one that fails takes nobody with it', async () => {
    const { commit, busy, letOneGo, letGo } = database();
    const first = await busy(ALL);
    const others = [commit('c', 3), commit('broken', 4), commit('d', 5), commit('e', 6)].map((answer) =>
      answer.catch((error: unknown) => String(error)),
    );
    letOneGo();
    expect(await Promise.all(others)).toMatchObject([
      { acknowledged: [3] },
      'Error: The database said no',
      { acknowledged: [5] },
      { acknowledged: [6] },
    ]);
    letGo();
    await Promise.all(first);
  });

  it('never more than 32 in one transaction', async () => {
    const { sent, commit, busy, letOneGo, letGo } = database();
    const first = await busy(ALL);
    const all = Array.from({ length: 80 }, (_, at) => commit(`l${at}`, at));
    letOneGo();
    await Promise.all(all);
    expect(sent.slice(ALL).map((batch) => batch.length)).toEqual([32, 32, 16]);
    letGo();
    await Promise.all(first);
  });
});
