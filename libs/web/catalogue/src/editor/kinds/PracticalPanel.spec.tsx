import { afterEach, describe, expect, it } from '@jest/globals';
import type { EvidenceSettings, PracticalSettings } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { activity } from '../../testing/fixtures.js';
import { adviser, inside } from '../../testing/inside.js';
import { EvidencePanel } from './EvidencePanel.js';
import { PracticalPanel } from './PracticalPanel.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const one = activity(1, 'In the field');
const empty: PracticalSettings = {
  kind: 'practical',
  instructions: '',
  items: [],
  assessors: { trainers: false, lineManagers: false, personIds: ['p1'] },
  photos: false,
};
const card: EvidenceSettings = {
  ...{ kind: 'evidence', instructions: '', issuers: [], numberNeeded: true, expiry: 'needed', fileNeeded: true },
};

async function show<S>(panel: (onSave: (settings: S) => void) => React.ReactElement): Promise<S[]> {
  const saved: S[] = [];
  stubApi({
    'GET /me': adviser,
    [`GET /activities/${one.id}/assessors`]: { items: [{ id: 'p1', name: 'Sol Ferris' }] },
  });
  renderRoutes(inside([{ path: '/', element: panel((settings) => saved.push(settings)) }]), '/');
  await screen.findByRole('textbox', { name: /What (the learner does|to send)/ });
  return saved;
}
const rest = { courseId: 'c', versionId: 'v', activity: one };

describe('the panel of a practical', () => {
  it('writes, marks, moves and removes items, and keeps none without words', async () => {
    const saved = await show<PracticalSettings>((onSave) => (
      <PracticalPanel {...rest} settings={empty} onSave={onSave} />
    ));
    await userEvent.click(screen.getByRole('button', { name: 'Add an item' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Item 1' }));
    await userEvent.keyboard('Marks the ground{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Add an item' }));
    await userEvent.click(screen.getAllByRole('checkbox', { name: /^Critical/ })[0] as HTMLElement);
    expect(saved.at(-1)?.items.map(({ text, critical }) => [text, critical])).toEqual([['Marks the ground', true]]);
    await userEvent.type(screen.getByRole('textbox', { name: 'Item 2' }), 'Digs by hand{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Move up Digs by hand' }));
    expect(saved.at(-1)?.items.map(({ text }) => text)).toEqual(['Digs by hand', 'Marks the ground']);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Digs by hand' }));
    expect(saved.at(-1)?.items.map(({ text }) => text)).toEqual(['Marks the ground']);
  });

  it('says who signs, and that somebody has to', async () => {
    const saved = await show<PracticalSettings>((onSave) => (
      <PracticalPanel {...rest} settings={empty} onSave={onSave} />
    ));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Sol Ferris' }));
    expect(screen.getByRole('alert').textContent).toContain('Nobody may sign yet.');
    await userEvent.click(screen.getByRole('checkbox', { name: /^Line managers/ }));
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Assessors may add photos' }));
    expect(saved.at(-1)).toMatchObject({
      assessors: { trainers: false, lineManagers: true, personIds: [] },
      photos: true,
    });
  });
});

describe('the panel of evidence', () => {
  it('keeps what is asked for', async () => {
    const saved = await show<EvidenceSettings>((onSave) => <EvidencePanel {...rest} settings={card} onSave={onSave} />);
    await userEvent.type(screen.getByLabelText('Issuers to choose from'), 'CITB{Enter}');
    await userEvent.click(screen.getByRole('radio', { name: 'Not asked for' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /number/ }));
    expect(saved.at(-1)).toEqual({ ...card, issuers: ['CITB'], expiry: 'none', numberNeeded: false });
  });
});
