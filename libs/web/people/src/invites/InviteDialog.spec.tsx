import { afterEach, describe, expect, it } from '@jest/globals';
import { meQuery } from '@lms/web-platform';
import { renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { MantineRoot, Toasts } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InviteDialog } from './InviteDialog.js';

const realFetch = globalThis.fetch;

describe('inviting several people', () => {
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('sends whom a mail reaches one, and leads to cards for the others', async () => {
    const [sent, done]: [unknown[], string[]] = [[], []];
    stubApi({
      'GET /me': somebody,
      'POST /people/invitations/preview': {
        ...{ facts: 'f', leftOut: [], unknown: 0 },
        mails: [{ personId: 'p-2', name: 'Siobhan', organisationName: 'Dunmarsh', address: null }],
        cards: [{ personId: 'p-1', name: 'Marek', organisationName: 'Dunmarsh' }],
      },
      'POST /people/invitations': (body) => {
        sent.push(body);
        return { invited: 1 };
      },
    });
    const Page = () =>
      useQuery(meQuery()).data && (
        <MantineRoot>
          <InviteDialog personIds={['p-1', 'p-2']} onClose={() => undefined} onDone={() => done.push('done')} />
          <Toasts />
        </MantineRoot>
      );
    renderRoutes([{ path: '/', Component: Page }], '/');
    expect((await screen.findByRole('link', { name: 'Make a sign-in card' })).getAttribute('href')).toBe(
      '/people/cards?person=p-1',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send 1 invitation' }));
    expect(await screen.findByText('1 invitation is on its way.')).toBeTruthy();
    expect(sent).toEqual([{ personIds: ['p-1', 'p-2'], again: false, facts: 'f' }]);
    expect(done).toEqual(['done']);
  });
});
