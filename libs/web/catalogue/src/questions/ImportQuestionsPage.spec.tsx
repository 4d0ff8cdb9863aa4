import { afterEach, describe, expect, it } from '@jest/globals';
import type { QuestionImportResult } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { adviser, inside } from '../testing/inside.js';
import { ImportQuestionsPage } from './ImportQuestionsPage.js';
import { bank, id } from './testing/question-fixture.js';

configure({ asyncUtilTimeout: 20_000 });
const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});
const routes = inside([
  { path: '/question-banks/:bankId', Component: () => <p>The bank</p> },
  { path: '/question-banks/:bankId/import', Component: ImportQuestionsPage },
]);

function show(answer: Partial<QuestionImportResult>) {
  const sent: { search: string; type: string | null; size: number }[] = [];
  const result = { added: 0, changed: 0, unchanged: 0, errors: [], ...answer };
  stubApi({
    'GET /me': adviser,
    [`GET /question-banks/${id(1)}`]: bank(),
    [`POST /question-banks/${id(1)}/import`]: (_body, url) => ({
      dryRun: url.searchParams.get('dryRun') === 'yes',
      ...result,
    }),
  });
  const stub = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (init?.body instanceof Blob) {
      const search = new URL(String(input), 'http://app.test').search;
      sent.push({ search, type: new Headers(init.headers).get('content-type'), size: init.body.size });
    }
    return stub(input, init);
  };
  const { router } = renderRoutes(routes, `/question-banks/${id(1)}/import`);
  return { sent, router };
}
const paste = async (text: string) => {
  await userEvent.click(await screen.findByLabelText('Or paste it here'));
  await userEvent.paste(text);
  await userEvent.click(screen.getByRole('button', { name: 'See what it does' }));
};

describe('importing questions', () => {
  it('shows what a file does before it does it', async () => {
    const { sent, router } = show({ added: 12, changed: 1, unchanged: 3 });
    await paste('type,text');
    expect(await screen.findByText('12 new questions, 1 changed, 3 as they are.')).not.toBeNull();
    expect(sent).toEqual([{ search: '?dryRun=yes', type: 'text/csv', size: 9 }]);
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/question-banks/${id(1)}`));
    expect(sent.at(-1)).toEqual({ search: '?dryRun=no', type: 'text/csv', size: 9 });
  });

  it('names every row that has to be put right, and imports nothing until then', async () => {
    show({ added: 1, errors: [{ row: 3, column: 'right', message: 'Write a number.' }] });
    await paste('type,text');
    expect(await screen.findByText('1 thing to put right first. Nothing is imported until then.')).not.toBeNull();
    expect(screen.getByRole('row', { name: /Write a number\. 3 right/ })).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('looks into a file as soon as it is chosen', async () => {
    const { sent } = show({ unchanged: 4 });
    await screen.findByRole('button', { name: 'Choose a file' });
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    await userEvent.upload(input!, new File(['type,text\n'], 'bank.csv', { type: 'text/csv' }));
    expect(await screen.findByText('bank.csv is chosen.')).not.toBeNull();
    expect(await screen.findByText('Everything in the file is in the bank already.')).not.toBeNull();
    expect(sent).toEqual([{ search: '?dryRun=yes', type: 'text/csv', size: 10 }]);
  });

  it('asks for something to import, and sends nothing without', async () => {
    const { sent } = show({});
    await userEvent.click(await screen.findByRole('button', { name: 'See what it does' }));
    expect(await screen.findByText('Choose a file or paste its text first.')).not.toBeNull();
    expect(sent).toEqual([]);
  });
});
