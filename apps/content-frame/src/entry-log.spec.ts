import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CommitEntry } from '@lms/contracts';
import { EntryLog } from './entry-log.js';
import { Journal } from './journal.js';

const launch = { launchId: 'launch-1', commitToken: 'token' };
const at = '2026-11-23T10:00:00.000Z';
let posted: CommitEntry[];
let log: EntryLog;
const journal = (): Journal => new Journal(localStorage);
const task = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  localStorage.clear();
  posted = [];
  log = new EntryLog(
    launch,
    journal(),
    (entry) => posted.push(entry),
    () => new Date(at),
  );
});

describe('EntryLog', () => {
  it('makes one entry of what is set in one task', async () => {
    log.set('main', 'a', '1');
    log.set('main', 'b', '2');
    log.set('main', 'a', '3');
    expect(posted).toEqual([]);
    await task();
    log.set('main', 'a', '4');
    await task();
    expect(posted).toEqual([
      { seq: 1, sco: 'main', at, set: { a: '3', b: '2' } },
      { seq: 2, sco: 'main', at, set: { a: '4' } },
    ]);
  });

  it('is in the journal before it is posted, and out of it once confirmed', () => {
    log = new EntryLog(launch, journal(), () => expect(journal().leftovers()[0]?.entries).toHaveLength(1));
    log.set('main', 'a', '1');
    log.flush();
    expect(journal().leftovers()).toMatchObject([{ ...launch, entries: [{ seq: 1 }] }]);
    log.confirmed([1]);
    expect(journal().leftovers()).toEqual([]);
    expect(log.unconfirmed.size).toBe(0);
  });

  it('ends with everything that was still open', () => {
    log.set('main', 'a', '1');
    log.end('main', { status: 'passed' });
    expect(posted).toEqual([{ seq: 1, sco: 'main', at, set: { a: '1', status: 'passed' }, ended: true }]);
  });

  it('writes each value at once while the page is leaving', () => {
    log.setLeaving(true);
    log.set('main', 'a', '1');
    log.set('main', 'b', '2');
    expect(posted.map((entry) => entry.set)).toEqual([{ a: '1' }, { b: '2' }]);
    expect(
      journal()
        .leftovers()[0]
        ?.entries.map((entry) => entry.seq),
    ).toEqual([1, 2]);
  });

  it('groups a flood of last words, and loses none of it', async () => {
    log.setLeaving(true);
    for (let n = 0; n < 100; n += 1) log.set('main', `e${n}`, 'v');
    expect(posted.length).toBeLessThan(31);
    await task();
    expect(Object.keys(Object.assign({}, ...posted.map((entry) => entry.set)))).toHaveLength(100);
  });

  it('closes an entry that grows too big, and one of another part', () => {
    log.set('one', 'a', 'x'.repeat(60_000));
    log.set('one', 'b', 'x'.repeat(60_000));
    log.set('one', 'c', 'x'.repeat(60_000));
    log.set('one', 'd', 'y');
    log.set('two', 'a', 'z');
    log.flush();
    expect(posted.map((entry) => [entry.sco, Object.keys(entry.set ?? {})])).toEqual([
      ['one', ['a', 'b', 'c']],
      ['one', ['d']],
      ['two', ['a']],
    ]);
  });

  it('says no more once frozen', () => {
    log.set('main', 'a', '1');
    log.freeze();
    log.set('main', 'a', '2');
    log.end('main', {});
    expect(posted).toHaveLength(1);
  });

  it('goes on when the journal is full', () => {
    const full = {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    log = new EntryLog(launch, new Journal(full as unknown as Storage), (entry) => posted.push(entry));
    log.set('main', 'a', '1');
    log.flush();
    expect(posted).toHaveLength(1);
  });
});

describe('Journal', () => {
  it('answers launches apart and in order, and removes what it cannot read', () => {
    for (const seq of [10, 2]) journal().write('b', 'tb', { seq, sco: 'main', at });
    journal().write('a', 'ta', { seq: 1, sco: 'main', at });
    localStorage.setItem('waymark.entry.a.9', '{"entry":');
    localStorage.setItem('of-the-content', 'stays');
    const byLaunch = Object.fromEntries(
      journal()
        .leftovers()
        .map((one) => [one.launchId, one.entries.map(({ seq }) => seq)]),
    );
    expect(byLaunch).toEqual({ a: [1], b: [2, 10] });
    expect(localStorage.getItem('waymark.entry.a.9')).toBeNull();
    expect(localStorage.getItem('of-the-content')).toBe('stays');
  });
});
