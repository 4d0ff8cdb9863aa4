import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiProblem } from '@lms/web-platform';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { adviser, inside } from '../testing/inside.js';
import { OutsideHostsField } from './OutsideHostsField.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const problem = { status: 422, code: 'invalid', detail: 'Something is wrong.' };
const fields = [{ path: 'outsideHosts', message: 'That is no name of a host.' }];

/** The field in a panel that refuses whatever has a slash. */
function show() {
  const asked: string[][] = [];
  stubApi({ 'GET /me': adviser });
  function Page() {
    const [hosts, setHosts] = useState(['media.example.com']);
    const [error, setError] = useState<unknown>(null);
    const onSave = (next: string[]) => {
      asked.push(next);
      const wrong = next.some((host) => host.includes('/'));
      setError(wrong ? new ApiProblem({ ...problem, fields }) : null);
      if (!wrong) setHosts([...next].sort());
    };
    return <OutsideHostsField hosts={hosts} saving={false} error={error} onSave={onSave} />;
  }
  renderRoutes(inside([{ path: '/', Component: Page }]), '/');
  return asked;
}

describe('the hosts outside that a package may use', () => {
  it('are saved with each name, and what is refused stays to be mended', async () => {
    const asked = show();
    const field = await screen.findByLabelText(/Other websites this package may use/);
    await userEvent.type(field, 'CDN.example.com{Enter}');
    expect(asked).toEqual([['media.example.com', 'cdn.example.com']]);
    expect(screen.queryByText('Not saved yet.')).toBeNull();
    await userEvent.type(field, 'https://a.example.com{Enter}');
    await screen.findByText('That is no name of a host.');
    expect(screen.getByText('https://a.example.com')).not.toBeNull();
    await userEvent.type(field, '{Backspace}');
    await waitFor(() => expect(screen.queryByText('That is no name of a host.')).toBeNull());
    expect(asked.at(-1)).toEqual(['cdn.example.com', 'media.example.com']);
    expect(screen.queryByText('https://a.example.com')).toBeNull();
  });
});
