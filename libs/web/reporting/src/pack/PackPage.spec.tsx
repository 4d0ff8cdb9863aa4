import { afterEach, describe, expect, it } from '@jest/globals';
import type { ListFileItem } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { type Answer, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { MantineRoot } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PackPage } from '../routes/PackPage.js';

const realFetch = globalThis.fetch;
const id = '00000000-0000-4000-8000-000000000007';
const file: ListFileItem = {
  ...{ id: 'f1', list: 'audit-pack', format: 'zip', title: 'Audit pack Dunmarsh', narrowed: [] },
  ...{
    askedAt: '2026-11-30T09:00:00.000Z',
    state: 'making',
    done: 3,
    total: 12,
    refusal: null,
    size: null,
    scheduled: false,
    endsAt: null,
  },
};
function show(at: string, answers: Record<string, Answer> = {}, permissions = ['self', 'rules.read', 'packs.make']) {
  stubApi({ 'GET /me': { ...somebody, permissions }, ...answers });
  const Desk = () =>
    useQuery(meQuery()).data && (
      <MantineRoot>
        <PackPage />
      </MantineRoot>
    );
  renderRoutes([{ path: '/audit-pack', Component: Desk }], at);
}
const make = async () => userEvent.click(await screen.findByRole('button', { name: 'Make the pack' }));

describe('making an audit pack', () => {
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('asks for what stands in the address, and says how far it is', async () => {
    const sent: unknown[] = [];
    show(`/audit-pack?kind=organisation&id=${id}&name=Dunmarsh&at=2026-05-14T09:00`, {
      'POST /list-files': (body) => {
        sent.push(body);
        return { id: 'f1' };
      },
      'GET /list-files/f1': file,
    });
    await make();
    expect(await screen.findByText('Making the pack: 3 of 12 people')).toBeTruthy();
    expect(sent).toEqual([
      { list: 'audit-pack', format: 'zip', filters: { organisationId: id, at: '2026-05-14T09:00' } },
    ]);
  });

  it('says beside the field what is missing', async () => {
    show('/audit-pack');
    await make();
    expect(screen.getByText('Choose an organisation')).toBeTruthy();
    await userEvent.click(screen.getByLabelText('At an earlier moment'));
    expect(screen.getByText('Choose a date')).toBeTruthy();
  });

  it('offers a coordinator their own organisations and people, and no scheme', async () => {
    const organisations = ['Dunmarsh', 'Larkstone'].map((name) => ({ id: name, name, depth: 0 }));
    show('/audit-pack?kind=scheme', { 'GET /my/organisations': { items: organisations } }, ['self', 'packs.make']);
    await userEvent.click(await screen.findByRole('combobox', { name: 'Organisation' }));
    expect((await screen.findAllByRole('option', { hidden: true })).map((option) => option.textContent)).toEqual([
      'Dunmarsh',
      'Larkstone',
    ]);
    expect(screen.queryByLabelText('A scheme')).toBeNull();
    expect(screen.queryByText(/signed record of each person/u)).toBeNull();
  });
});
