import { describe, expect, it } from '@jest/globals';
import type { RuntimeCall } from '@lms/contracts';
import { after, callText, clockSkew, logText } from './log-text.js';

const call = (more: Partial<RuntimeCall> = {}): RuntimeCall => ({
  ...{ n: 1, at: '2026-11-23T10:00:00.000Z', sco: 'one', call: 'LMSSetValue', element: 'cmi.suspend_data' },
  ...{ value: 'a"b', length: 3, answer: 'true', error: '' },
  ...more,
});

describe('the text of a log', () => {
  it('counts from the first call', () => {
    expect(after(call({ at: '2026-11-23T10:02:07.449Z' }), call())).toBe('+2:07.4');
    expect(after(call({ at: '2026-11-23T09:59:00.000Z' }), call())).toBe('+0:00.0');
  });

  it('writes calls as they were made, and says what was cut', () => {
    expect(callText(call())).toBe('LMSSetValue("cmi.suspend_data", "a\\"b")');
    expect(callText(call({ length: 64_000 }))).toBe('LMSSetValue("cmi.suspend_data", "a\\"b" … 64000 characters)');
    expect(callText(call({ call: 'GetValue', element: 'cmi.location' }))).toBe('GetValue("cmi.location")');
    expect(callText(call({ call: 'Commit', element: '' }))).toBe('Commit()');
  });

  it('has a heading and a line for each call', () => {
    const text = logText(
      ['Lesson'],
      [call(), call({ call: 'LMSGetValue', element: 'cmi.x', answer: '', error: '401' })],
    );
    expect(text.split('\n')).toEqual([
      'Lesson',
      '',
      '+0:00.0    one  LMSSetValue("cmi.suspend_data", "a\\"b") -> "true"',
      '+0:00.0    one  LMSGetValue("cmi.x") -> "" error 401',
      '',
    ]);
    expect(logText(['Lesson'], [])).toBe('Lesson\n\n');
  });
});

it('tells a clock that was wrong from one that was slow to answer', () => {
  expect(clockSkew([call()], '2026-11-23T07:00:00.000Z')).toBe(3 * 3_600_000);
  expect(clockSkew([call()], '2026-11-23T09:59:00.000Z')).toBe(0);
  expect(clockSkew([call({ n: 9 })], '2026-11-23T07:00:00.000Z')).toBe(0);
  expect(clockSkew([], '2026-11-23T07:00:00.000Z')).toBe(0);
});
