import { afterEach, describe, expect, it } from '@jest/globals';
import type { Route } from '@lms/contracts';
import { problem, renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { today } from '../testing/today-fixture.js';
import { BuddyLine } from './BuddyLine.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number, name: string) => ({ id: id(n), name, organisationName: 'Brackenfell' });
const put = `PUT /path-enrolments/${today.routes[0]!.enrolmentId}/buddy`;

function show(buddy: Route['buddy'], answer: unknown = null) {
  const chosen: unknown[] = [];
  const Component = () =>
    buddy && <BuddyLine route={{ ...today.routes[0]!, buddy }} buddy={buddy} personId={id(200)} />;
  stubApi({
    'GET /people': { items: [person(200, 'Aisha Karim'), person(201, 'Gareth Pugh')], nextCursor: null },
    [put]: (body) => {
      chosen.push(body);
      return answer;
    },
  });
  renderRoutes([{ path: '/', Component }], '/');
  return chosen;
}

describe('the buddy of a newcomer', () => {
  it('is chosen by name, and is never the newcomer', async () => {
    const chosen = show({ personId: null, name: null, mayChoose: true });
    expect(screen.getByText('No buddy is chosen yet.')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Choose a buddy' }));
    await userEvent.type(screen.getByRole('searchbox'), 'gareth');
    await userEvent.click(await screen.findByRole('button', { name: 'Choose Gareth Pugh' }));
    await waitFor(() => expect(chosen).toEqual([{ personId: id(201) }]));
    expect(screen.queryByRole('button', { name: 'Choose Aisha Karim' })).toBeNull();
  });

  it('stays where the API refuses, and says why', async () => {
    show(
      { personId: id(202), name: 'Tom Iveson', mayChoose: true },
      problem(403, 'not-allowed', 'You may not do this.'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Choose another' }));
    await userEvent.click(screen.getByRole('button', { name: 'No buddy' }));
    expect(await screen.findByText('You may not do this.')).not.toBeNull();
    expect(screen.getByText('Buddy: Tom Iveson')).not.toBeNull();
  });

  it('is only read by those who may not choose, and not spoken of where there is nothing for one to do', () => {
    show({ personId: id(202), name: 'Tom Iveson', mayChoose: false });
    expect(screen.getByText('Buddy: Tom Iveson')).not.toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
