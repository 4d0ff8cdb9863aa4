import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RulePreview } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { useQuery } from '@tanstack/react-query';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { usePreview } from '../api/change-rule.js';
import { previewQuery } from '../api/previews.js';
import { PreviewNames } from './PreviewNames.js';

const realFetch = globalThis.fetch;
let asked: (string | null)[];
beforeEach(() => {
  asked = [];
});
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

const preview = (counts: Partial<RulePreview>): RulePreview => ({
  ...{ id: 'p1', ruleVersionId: 'v1', madeAt: '2026-11-23T09:00:00.000Z', madeByName: 'Helen Marsh' },
  ...{ onDate: '2026-11-23', people: 0, gains: 0, loses: 0, moves: 0, keeps: 0, valid: 0, exempt: 0 },
  ...{ oweAlready: 0, oweStill: 0, tooSoon: 0, insteadOf: [], needsSecondPerson: false },
  ...{ byOrganisation: [], byScheme: [], dueDates: [], again: [] },
  ...counts,
});
const show = (one: RulePreview) => {
  stubApi({
    'GET /me': somebody,
    'GET /rule-previews/p1/people': (_, url) => {
      asked.push(url.searchParams.get('effect'));
      return { items: [], nextCursor: null };
    },
  });
  renderRoutes([{ path: '/', element: <PreviewNames preview={one} path={false} /> }], '/');
};

describe('the names in a preview', () => {
  it('open with the first who are concerned, though nobody gains or loses', async () => {
    show(preview({ keeps: 3 }));
    await screen.findByText('Nobody stays as they are');
    expect(asked).toEqual(['keeps']);
    expect(screen.getByRole('link', { name: /No change/ }).getAttribute('aria-current')).toBe('true');
  });

  it('say so where the rule concerns nobody', async () => {
    show(preview({}));
    await screen.findByText('Nobody gains it');
    expect(screen.getByText(/The rule concerns nobody today/)).not.toBeNull();
  });
});

function Renewing() {
  const { data } = useQuery(previewQuery('p1'));
  const { data: me } = useQuery(meQuery());
  const again = usePreview('v1');
  return data && me ? <button onClick={() => again.mutate(undefined)}>Preview again</button> : null;
}

describe('a preview that is made again', () => {
  it('takes the place of the old one, which is not asked for any more', async () => {
    const { calls } = stubApi({
      'GET /me': somebody,
      'GET /rule-previews/p1': preview({}),
      'POST /rule-versions/v1/preview': { ...preview({}), id: 'p2' },
    });
    const { client } = renderRoutes([{ path: '/', Component: Renewing }], '/');
    await userEvent.click(await screen.findByRole('button'));
    await waitFor(() => expect(calls).toContain('POST /rule-versions/v1/preview'));
    await waitFor(() => expect(client.isMutating() + client.isFetching()).toBe(0));
    expect(calls.filter((call) => call === 'GET /rule-previews/p1')).toHaveLength(1);
  });
});
