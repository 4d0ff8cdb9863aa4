import { afterEach, describe, expect, it } from '@jest/globals';
import type { PublicCertificate } from '@lms/contracts';
import { problem, renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VerifyPage } from './VerifyPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const certificate: PublicCertificate = {
  code: '7K4MQ2XP9TRD',
  state: 'valid',
  checkedOn: '2026-12-01',
  holderName: 'Aisha Karim',
  courseTitle: 'Traffic management',
  completedOn: '2026-11-27',
  validUntil: null,
  renewed: null,
};
const check = (answer: Partial<PublicCertificate> | Response) => {
  stubApi({
    'GET /certificates/7K4MQ2XP9TRD': () => (answer instanceof Response ? answer : { ...certificate, ...answer }),
  });
  renderRoutes([{ path: '/verify/:code', element: <VerifyPage /> }], '/verify/7K4MQ2XP9TRD');
};

describe('checking a certificate', () => {
  it('shows whose it is, for what, and that it holds', async () => {
    check({});
    expect(await screen.findByText('This certificate is valid')).toBeTruthy();
    for (const text of [
      'Aisha Karim',
      'Traffic management',
      'Fri 27 Nov 2026',
      'Tue 1 Dec 2026',
      'Does not expire',
      '7K4M-Q2XP-9TRD',
    ])
      expect(screen.getByText(text)).toBeTruthy();
  });

  it('shows that it was revoked, and names nobody who asked to be forgotten', async () => {
    check({ state: 'revoked', holderName: null });
    expect(await screen.findByText('This certificate was revoked')).toBeTruthy();
    expect(screen.getByText('Name withheld')).toBeTruthy();
    expect(screen.queryByText('Does not expire')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('taken back');
  });

  it('leads from one that has expired to its renewal', async () => {
    check({ state: 'expired', renewed: { code: '0123456789AB', on: '2026-11-28' } });
    const link = await screen.findByRole('link', { name: 'Show the newer certificate' });
    expect(link.getAttribute('href')).toBe('/verify/0123456789AB');
  });

  it('is tried again where it could not be looked up', async () => {
    let signal = false;
    stubApi({ 'GET /certificates/7K4MQ2XP9TRD': () => (signal ? certificate : problem(403, 'refused')) });
    renderRoutes([{ path: '/verify/:code', element: <VerifyPage /> }], '/verify/7K4MQ2XP9TRD');
    const again = await screen.findByRole('button', { name: 'Try again' });
    signal = true;
    await userEvent.click(again);
    expect(await screen.findByText('This certificate is valid')).toBeTruthy();
  });

  it('says calmly that there is none', async () => {
    check(problem(404, 'not-found'));
    expect(await screen.findByRole('heading', { name: 'No certificate has this serial' })).toBeTruthy();
  });
});
