import { afterEach, describe, expect, it } from '@jest/globals';
import type { SupplierPreview } from '@lms/contracts';
import { stubApi, type Answer } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InviteSupplierPage } from '../routes/InviteSupplierPage.js';
import { adviser, renderDesk } from '../testing/render-desk.js';

const realFetch = globalThis.fetch;
const seen: SupplierPreview = {
  facts: 'f',
  organisation: { id: 'o', name: 'Larkstone Labour', isNew: true, tier: 1, parentName: null },
  coordinator: { personId: 'p', name: 'Moira Kerr', isNew: true },
  ...{ alike: [], perhaps: [], employeeNumber: 'C1', holds: false, way: 'mail', address: 'moira@larkstone.example' },
};

function open(answers: Record<string, Answer>) {
  stubApi({ 'GET /me': adviser, ...answers });
  renderDesk([{ path: '/suppliers/new', Component: InviteSupplierPage }], '/suppliers/new');
}
async function fill() {
  await userEvent.type(await screen.findByLabelText('Name'), 'Larkstone Labour');
  await userEvent.type(screen.getByLabelText('Given name'), 'Moira');
  await userEvent.type(screen.getByLabelText('Family name'), 'Kerr');
  await userEvent.type(screen.getByLabelText('Job role'), 'Office manager');
  await userEvent.click(screen.getByRole('button', { name: 'See what will happen' }));
}

describe('inviting a supplier', () => {
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('says at the fields what is missing', async () => {
    open({});
    await userEvent.click(await screen.findByRole('button', { name: 'See what will happen' }));
    expect(screen.getByText('Give it a name')).toBeTruthy();
    expect(screen.getAllByText('Fill this in')).toHaveLength(3);
  });

  it('asks which it is where something like it is known, then says what will happen, and does that', async () => {
    const sent: unknown[] = [];
    open({
      'POST /suppliers/preview': (body) => {
        sent.push(body);
        return sent.length > 1
          ? { ...seen, organisation: { ...seen.organisation, id: 'k', name: 'Larkstone', isNew: false } }
          : { ...seen, alike: [{ id: 'k', name: 'Larkstone', parentName: null }] };
      },
      'POST /suppliers': { organisationId: 'k', personId: 'p', way: 'mail' },
    });
    await fill();
    await userEvent.click(await screen.findByRole('button', { name: 'Use Larkstone' }));
    expect(await screen.findByText('Larkstone is here already and stays as it is.')).toBeTruthy();
    expect(screen.getByText(/^An invitation goes to moira@larkstone\.example/)).toBeTruthy();
    expect(sent).toMatchObject([
      { organisation: { kind: 'new', name: 'Larkstone Labour', shortName: 'Larkstone Labour' } },
      { organisation: { kind: 'existing', id: 'k' }, coordinator: { kind: 'new', givenName: 'Moira', email: null } },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Invite them' }));
    expect(await screen.findByText('Moira Kerr is invited')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See the organisation as they do' }).getAttribute('href')).toBe(
      '/crew?organisation=k',
    );
  });

  it('leads to a sign-in card where no mail reaches them', async () => {
    open({
      'POST /suppliers/preview': { ...seen, way: 'card', address: null },
      'POST /suppliers': { organisationId: 'o', personId: 'p', way: 'card' },
    });
    await fill();
    await userEvent.click(await screen.findByRole('button', { name: 'Invite them' }));
    expect((await screen.findByRole('link', { name: 'Make the sign-in card' })).getAttribute('href')).toBe(
      '/people/cards?person=p',
    );
  });
});
