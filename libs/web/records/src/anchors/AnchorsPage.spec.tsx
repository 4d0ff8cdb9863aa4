import { afterEach, describe, expect, it } from '@jest/globals';
import type { AnchorList } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen, within } from '@testing-library/react';
import { AnchorsPage } from './AnchorsPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const KEY = 'ab'.repeat(32);
const anchor = (day: string, publicKey: string | null): AnchorList['items'][number] => ({
  ...{ day, at: `${day}T05:00:00.000Z`, people: 1800, entries: 14_212, sha256: 'c'.repeat(64), size: 118_400 },
  publicKey,
});

function show(items: AnchorList['items']): void {
  stubApi({ 'GET /anchors': { items } });
  const answered = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    input === '/.well-known/waymark-key'
      ? Promise.resolve(Response.json({ algorithm: 'Ed25519', publicKey: KEY, pem: '' }))
      : answered(input, init);
  renderRoutes([{ path: '/', element: <AnchorsPage /> }], '/');
}

describe('the anchors', () => {
  it('are listed with their key, each to be taken along', async () => {
    show([anchor('2026-11-23', KEY), anchor('2026-11-22', 'd'.repeat(64)), anchor('2026-11-21', null)]);
    const rows = within(await screen.findByRole('table'))
      .getAllByRole('row')
      .slice(1);
    const keys = ['The published key', 'Another key: dddddddddddddddd…', 'Stands in the file'];
    rows.forEach((row, n) => expect(row.textContent).toContain(keys[n]));
    const file = screen.getByRole('link', { name: 'Download, 118 kB the anchor of Mon 23 Nov 2026' });
    expect(file.getAttribute('href')).toBe('/api/v1/anchors/2026-11-23');
    expect(screen.getByText(`npm run lms -- verify record.json anchor-2026-11-23.jsonl --key ${KEY}`)).not.toBeNull();
  });

  it('are none before the worker has made one', async () => {
    show([]);
    expect(await screen.findByText('No anchor yet')).not.toBeNull();
    expect(await screen.findByText(new RegExp(`anchor-YYYY-MM-DD.jsonl --key ${KEY}`))).not.toBeNull();
  });
});
