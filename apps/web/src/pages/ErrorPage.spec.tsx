import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { api } from '@lms/web-platform';
import { problem, renderRoutes, stubApi } from '@lms/web-platform/testing';
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorPage } from './ErrorPage.js';

const realFetch = globalThis.fetch;
// React and the router report every error that a boundary catches.
const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => {
  globalThis.fetch = realFetch;
  quiet.mockClear();
});

function Thing() {
  const { data } = useQuery({ queryKey: ['thing'], queryFn: () => api.get<{ text: string }>('/thing') });
  return <p>{data?.text ?? 'Loading'}</p>;
}
const routes = [{ path: '*', Component: Thing, ErrorBoundary: ErrorPage }];

describe('a page that does not load', () => {
  it('says so and shows the page once trying again works', async () => {
    let broken = true;
    stubApi({ 'GET /thing': () => (broken ? problem(500, 'internal') : { text: 'Here it is' }) });
    renderRoutes(routes, '/thing?x=1');
    expect(await screen.findByRole('heading', { level: 1, name: 'This page did not load' })).not.toBeNull();
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Here it is')).not.toBeNull();
  });

  it('reads as not found when the API finds nothing, and offers no second try when it is not open', async () => {
    stubApi({ 'GET /thing': () => problem(404, 'not-found') });
    const first = renderRoutes(routes, '/thing');
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing here' })).not.toBeNull();
    stubApi({ 'GET /thing': () => problem(403, 'not-allowed') });
    first.client.clear();
    await first.router.navigate('/other');
    expect(await screen.findByRole('heading', { level: 1, name: 'This is not open to you' })).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});
