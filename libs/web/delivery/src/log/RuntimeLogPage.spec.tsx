import { afterEach, describe, expect, it } from '@jest/globals';
import type { RuntimeCall, RuntimeLog } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { patterns } from '@lms/web-platform';
import { RuntimeLogPage } from './RuntimeLogPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const call = (n: number, more: Partial<RuntimeCall> = {}): RuntimeCall => ({
  ...{ n, at: `2026-11-23T13:00:0${n}.000Z`, sco: 'one', call: 'LMSSetValue', element: 'cmi.suspend_data' },
  ...{ value: `v${n}`, length: 2, answer: 'true', error: '' },
  ...more,
});
const log: RuntimeLog = {
  ...{ attemptId: 't', courseId: 'c', courseTitle: 'Traffic', activityTitle: 'Cones', personId: 'p' },
  ...{ personName: 'Aisha Karim', number: 1, startedAt: '2026-11-23T10:00:00.000Z' },
  launches: [
    {
      ...{ launchId: 'l2', number: 2, startedAt: '2026-11-23T10:00:00.000Z', receivedAt: null, cutFrom: 5001 },
      calls: [call(1), call(2, { answer: 'false', error: '405' })],
    },
    { launchId: 'l1', number: 1, startedAt: '2026-11-23T09:00:00.000Z', receivedAt: null, cutFrom: null, calls: [] },
  ],
};

describe('the log of an attempt', () => {
  it('shows the latest visit, what was cut, and a clock that was wrong', async () => {
    stubApi({ 'GET /courses/c/attempts/t/log': log });
    renderRoutes([{ path: patterns.attemptLog, Component: RuntimeLogPage }], '/courses/c/attempts/t/log');
    expect(await screen.findByText('LMSSetValue("cmi.suspend_data", "v1")')).toBeTruthy();
    expect(screen.getByText('+0:01.0')).toBeTruthy();
    expect(screen.getByText(/From call 5001 on nothing was kept/)).toBeTruthy();
    expect(screen.getByText(/The clock of the device was 3 h ahead/)).toBeTruthy();
  });

  it('leaves the errors alone, and goes to another visit', async () => {
    stubApi({ 'GET /courses/c/attempts/t/log': log });
    const { router } = renderRoutes(
      [{ path: patterns.attemptLog, Component: RuntimeLogPage }],
      '/courses/c/attempts/t/log',
    );
    await userEvent.click(await screen.findByRole('link', { name: /Errors only/ }));
    expect(screen.queryByText('LMSSetValue("cmi.suspend_data", "v1")')).toBeNull();
    expect(screen.getByText('Error 405')).toBeTruthy();
    expect(router.state.location.search).toBe('?visit=2&show=errors');
    await userEvent.click(screen.getByRole('link', { name: /Visit 1/ }));
    expect(await screen.findByText('Nothing was called.')).toBeTruthy();
  });
});
