import { beforeEach, describe, expect, it } from '@jest/globals';
import { CourseRig, scosOf } from '../testing/course-rig.js';
import { item, manifest12 } from '../testing/manifests.js';

const manifest = manifest12(
  item('intro') +
    item('block', '', item('one') + item('two', '<adlcp:prerequisites type="aicc_script">one</adlcp:prerequisites>')) +
    item('end', '<adlcp:prerequisites type="aicc_script">block</adlcp:prerequisites>'),
);
let rig: CourseRig;

const begin = (): CourseRig => new CourseRig('scorm12', manifest, scosOf('intro', 'one', 'two', 'end')).launch();
const complete = (): void => {
  rig.api.LMSInitialize?.('');
  rig.api.LMSSetValue?.('cmi.core.lesson_status', 'completed');
  rig.api.LMSFinish?.('');
};

beforeEach(() => {
  localStorage.clear();
  rig = begin();
});

describe('a SCORM 1.2 course with several parts', () => {
  it('shows the manifest’s own tree, and what may be chosen', () => {
    expect(rig.contents.items.map(({ identifier, level, state }) => [identifier, level, state])).toEqual([
      ['intro', 0, 'new'],
      ['block', 0, 'group'],
      ['one', 1, 'new'],
      ['two', 1, 'new'],
      ['end', 0, 'new'],
    ]);
    expect(rig.contents).toMatchObject({ current: 'intro', next: 'yes', previous: 'no' });
    expect(rig.choices()).toEqual(['intro', 'one']);
  });

  it('opens what waits for another part once that is done, a group when all in it is', async () => {
    rig.go('part', 'two');
    expect(rig.at).toBe('intro.html');
    rig.go('part', 'one');
    complete();
    await rig.settle();
    expect(rig.choices()).toEqual(['intro', 'one', 'two']);
    rig.go('next');
    expect(rig.at).toBe('two.html');
    expect(rig.contents.next).toBe('no');
    complete();
    await rig.settle();
    expect(rig.states()).toMatchObject({ one: 'done', two: 'done', end: 'new' });
    rig.go('next');
    expect(rig.at).toBe('end.html');
  });

  it('lets the part that is left say its last words, and each part resume by itself', () => {
    rig.api.LMSInitialize?.('');
    rig.api.LMSSetValue?.('cmi.core.lesson_location', '3');
    const { api } = rig;
    rig.onUnload = () => {
      api.LMSSetValue?.('cmi.suspend_data', 'last');
      api.LMSSetValue?.('cmi.core.exit', 'suspend');
      api.LMSFinish?.('');
    };
    rig.go('next');
    expect(rig.at).toBe('one.html');
    expect(api.LMSSetValue?.('cmi.suspend_data', 'too late')).toBe('false');
    expect(rig.api.LMSInitialize?.('')).toBe('true');
    expect(rig.api.LMSGetValue?.('cmi.core.entry')).toBe('ab-initio');
    expect(rig.api.LMSGetValue?.('cmi.suspend_data')).toBe('');
    rig.go('previous');
    rig.api.LMSInitialize?.('');
    const read = ['core.entry', 'core.lesson_location', 'suspend_data'].map((name) =>
      rig.api.LMSGetValue?.(`cmi.${name}`),
    );
    expect(read).toEqual(['resume', '3', 'last']);
  });

  it('begins the next launch at the part that was open last', () => {
    rig.go('part', 'one');
    rig.api.LMSInitialize?.('');
    rig.api.LMSSetValue?.('cmi.core.lesson_location', '7');
    rig.course.close();
    rig = Object.assign(rig, { shown: [] }).launch();
    expect(rig.shown).toEqual(['one.html']);
    rig.api.LMSInitialize?.('');
    expect(rig.api.LMSGetValue?.('cmi.core.entry')).toBe('resume');
    expect(rig.states()).toMatchObject({ intro: 'new', one: 'begun' });
  });

  it('says how the visit before was left, not the one before that', () => {
    const leave = (exit: string): string | undefined => {
      rig.api.LMSInitialize?.('');
      const entry = rig.api.LMSGetValue?.('cmi.core.entry');
      if (exit !== '') rig.api.LMSSetValue?.('cmi.core.exit', exit);
      rig.api.LMSSetValue?.('cmi.core.lesson_location', exit);
      rig.api.LMSFinish?.('');
      rig.launch();
      return entry;
    };
    expect([leave('suspend'), leave(''), leave('suspend'), leave('time-out'), leave('')]).toEqual([
      'ab-initio',
      'resume',
      '',
      'resume',
      '',
    ]);
  });

  it('writes down what was called, each part under its own name', async () => {
    complete();
    rig.go('next');
    rig.api.LMSInitialize?.('');
    await rig.settle();
    rig.callLog.flush();
    expect(rig.calls.map(({ n, sco, call, element }) => [n, sco, call, element])).toEqual([
      [1, 'intro', 'LMSInitialize', ''],
      [2, 'intro', 'LMSSetValue', 'cmi.core.lesson_status'],
      [3, 'intro', 'LMSFinish', ''],
      [4, 'one', 'LMSInitialize', ''],
    ]);
  });
});
