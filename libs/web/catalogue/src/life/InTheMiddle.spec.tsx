import { afterEach, describe, expect, it } from '@jest/globals';
import type { InTheMiddle as Counted } from '@lms/contracts';
import { problem, renderRoutes, stubApi } from '@lms/web-platform/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { id } from '../testing/fixtures.js';
import { InTheMiddle } from './InTheMiddle.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

type Choice = Omit<Parameters<typeof InTheMiddle>[0], 'versionId'>;
const counted: Counted = { people: 23, done: 41, begun: 1 };

async function said(choice: Choice, answer: Counted = counted) {
  stubApi({ [`GET /course-versions/${id(1)}/in-the-middle`]: answer });
  cleanup();
  renderRoutes([{ path: '/', Component: () => <InTheMiddle versionId={id(1)} {...choice} /> }], '/');
  await screen.findByText(/earlier version\./);
  return screen.getByRole('status').textContent;
}

describe('who is in the middle of an earlier version', () => {
  it('keeps what they have across a minor version and where they may finish', async () => {
    expect(await said({ change: 'minor', begun: 'restart', endsOn: null })).toBe(
      '23 people are in the middle of an earlier version. Nothing is taken from them.',
    );
    expect(await said({ change: 'major', begun: 'finish', endsOn: null }, { ...counted, people: 1 })).toBe(
      '1 person is in the middle of an earlier version. They may finish it. Nothing is taken from them.',
    );
  });

  it.each([
    [null, 'Whoever starts again loses there'],
    ['2027-03-01', 'After Mon 1 Mar 2027 all of them lose there'],
    ['unsaid', 'After the day that you choose all of them lose there'],
  ])('loses what they did where they start again (%s)', async (endsOn, words) => {
    const text = await said({ change: 'major', begun: 'restart', endsOn });
    expect(text).toContain(`${words}, taken together, 41 finished activities and 1 that is begun.`);
    expect(text).toContain('They are told from the day of publishing.');
  });

  it('is nobody, or unknown where it cannot be counted', async () => {
    const nobody = { people: 0, done: 0, begun: 0 };
    expect(await said({ change: 'major', begun: 'restart', endsOn: null }, nobody)).toBe(
      'Nobody is in the middle of an earlier version.',
    );
    stubApi({ [`GET /course-versions/${id(1)}/in-the-middle`]: () => problem(500, 'internal') });
    renderRoutes(
      [{ path: '/', Component: () => <InTheMiddle versionId={id(1)} change="minor" begun="finish" endsOn={null} /> }],
      '/',
    );
    await waitFor(() => expect(screen.queryByText(/Counting/)).toBeNull());
  });
});
