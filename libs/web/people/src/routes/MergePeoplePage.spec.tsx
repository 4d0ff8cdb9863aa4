import { afterEach, describe, expect, it } from '@jest/globals';
import type { MergePreview } from '@lms/contracts';
import { problem, stubApi } from '@lms/web-platform/testing';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { adviser, renderDesk } from '../testing/render-desk.js';
import { MergePeoplePage } from './MergePeoplePage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

const side = (id: string, name: string): MergePreview['keep'] => ({
  ...{ id, name, contactEmail: null, phone: null, addedOn: '2026-01-05' },
  ...{ engagements: [], roles: [], signInNames: [], hasPassword: false, lastSignInAt: null },
  ...{ completions: 0, evidence: 0, owed: 0, begun: 0, asked: 0 },
});
const PREVIEW: MergePreview = {
  ...{ keep: side('k', 'Aisha Karim'), merge: side('m', 'Ayesha Karim') },
  ...{ courses: [], counts: [], owedAfter: 0, undoUntil: '2026-12-23', digest: 'd' },
};

describe('merging two entries', () => {
  it('asks for their preview once: afterwards there is none any more', async () => {
    let merged = false;
    const { calls } = stubApi({
      'GET /me': adviser,
      'POST /merges/preview': () => (merged ? problem(404, 'not-found') : PREVIEW),
      'POST /merges': () => {
        merged = true;
        return { id: 'm1' };
      },
    });
    renderDesk(
      [
        { path: '/people/merge', Component: MergePeoplePage },
        { path: '/people/:personId', element: <p>Arrived</p> },
      ],
      '/people/merge?keep=k&merge=m',
    );
    await userEvent.click(await screen.findByRole('button', { name: /^Merge/ }));
    await screen.findByText('Arrived');
    expect(calls.filter((call) => call === 'POST /merges/preview')).toHaveLength(1);
  });
});
