import type { Page } from '@playwright/test';

/** Calls the API from the page that is open, as the app itself would: with its cookies and from its origin. */
export async function callApi<T>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<T> {
  const answer = await page.evaluate(
    async ([m, p, b, h]) => {
      const response = await fetch(`/api/v1${p}`, {
        method: m,
        headers: b === undefined ? h : { ...h, 'content-type': 'application/json' },
        body: b === undefined ? undefined : JSON.stringify(b),
      });
      const text = await response.text();
      return { status: response.status, text };
    },
    [method, path, body, more] as const,
  );
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return (answer.text ? JSON.parse(answer.text) : undefined) as T;
}
