import { afterEach, describe, expect, it } from '@jest/globals';
import type { PersonItem } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { activity, course, courseVersion, id } from '../testing/fixtures.js';
import { adviser, inside } from '../testing/inside.js';
import { RecordInPersonPage } from './RecordInPersonPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const person = (personId: string, name: string): PersonItem => ({
  id: personId,
  name,
  organisationId: null,
  organisationName: 'Larkstone Labour',
  jobRole: 'Traffic operative',
  employmentGroup: 'site',
  schemes: [],
  startsOn: null,
  endsOn: null,
  status: 'current',
  nearly: false,
});
const yard = activity(400, 'Practice in the yard', { kind: 'in-person' });

async function show(version = courseVersion(220, { state: 'published', activities: [activity(401, 'Read'), yard] })) {
  let sent: unknown;
  stubApi({
    'GET /me': adviser,
    [`GET /courses/${id(1)}`]: course(version),
    'GET /people': {
      items: [person(id(501), 'Owen Tranter'), person(adviser.personId, 'Helen Marsh')],
      nextCursor: null,
    },
    [`POST /activities/${yard.id}/in-person`]: (body) => {
      sent = body;
      return { recorded: 12, already: 1 };
    },
  });
  renderRoutes(
    inside([{ path: '/courses/:courseId/record-in-person', Component: RecordInPersonPage }]),
    `/courses/${id(1)}/record-in-person`,
  );
  await screen.findByRole('heading', { level: 1, name: 'Record in person' });
  return { sent: () => sent };
}

describe('recording in person', () => {
  it('sends who did it and when, says how many were new, and is ready for the next group', async () => {
    const { sent } = await show();
    await userEvent.type(screen.getByLabelText(/Find a person/), 'o');
    const self = await screen.findByRole('option', { name: /Helen Marsh/ });
    expect(self.textContent).toContain('somebody else records what you did');
    await userEvent.click(self);
    expect(screen.queryByRole('button', { name: /Remove Helen/ })).toBeNull();
    await userEvent.click(screen.getByRole('option', { name: /Owen Tranter/ }));
    expect(screen.getByRole('button', { name: 'Remove Owen Tranter' })).not.toBeNull();
    fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2026-11-20' } });
    await userEvent.type(screen.getByLabelText('Note'), 'In the yard');
    await userEvent.click(screen.getByRole('button', { name: 'Record 1 person' }));
    expect(await screen.findByText('12 recorded, 1 already.')).not.toBeNull();
    expect(sent()).toEqual({ personIds: [id(501)], completedOn: '2026-11-20', note: 'In the yard' });
    expect(screen.queryByRole('button', { name: 'Remove Owen Tranter' })).toBeNull();
    expect(screen.getByLabelText('Date')).toHaveProperty('value', '2026-11-20');
  });

  it('takes no day to come and nobody for nothing', async () => {
    const { sent } = await show();
    fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2026-11-24' } });
    expect(screen.getByText('This day has not come yet.')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    await waitFor(() => expect(screen.getByText('Add at least one person.')).not.toBeNull());
    expect(sent()).toBeUndefined();
  });

  it('says when nothing of the course happens in person', async () => {
    await show(courseVersion(221, { state: 'draft', activities: [yard] }));
    expect(screen.getByText('Nothing in this course is recorded in person.')).not.toBeNull();
  });
});
