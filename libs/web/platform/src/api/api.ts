import { ApiProblem } from './api-problem.js';
import { readProblem } from './read-problem.js';
import { standingAnswer } from './answer-instead.js';
import { refreshOnce } from './refresh.js';
import type { QueryValues, RequestOptions } from './request-options.js';
import { tellSignedOut } from './signed-out.js';

const base = '/api/v1';

/** Path and query; empty values are left out. */
export function addressOf(path: string, query: QueryValues = {}): string {
  const values = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') values.set(name, String(value));
  const text = values.toString();
  return text ? `${base}${path}?${text}` : `${base}${path}`;
}

async function send(method: string, path: string, { query, body, version, signal }: RequestOptions): Promise<Response> {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  const raw = body instanceof Blob;
  if (body !== undefined)
    headers.set('content-type', raw ? body.type || 'application/octet-stream' : 'application/json');
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  try {
    return await fetch(addressOf(path, query), {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem({ status: 0, code: 'no-signal', detail: '' });
  }
}

async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const instead = standingAnswer(method, path, options);
  if (instead) return (await instead) as T;
  const response = await answered(method, path, options);
  return (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as T;
}

/** Asks, renews the session once when it has run out, and asks again. Throws {@link ApiProblem}. */
async function answered(method: string, path: string, options: RequestOptions): Promise<Response> {
  const askedAt = Date.now();
  let response = await send(method, path, options);
  if (response.status === 401) {
    const problem = await readProblem(response);
    if (problem.code !== 'signed-out') throw problem;
    if (await refreshOnce(askedAt)) response = await send(method, path, options);
    if (response.status === 401) {
      tellSignedOut();
      throw problem;
    }
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** The API under `/api/v1`. The type says which contract the answer has; the API checks its own answers. */
export const api = {
  get: <T>(path: string, options?: RequestOptions) => request<T>('GET', path, options),
  post: <T = void>(path: string, body?: unknown, options?: RequestOptions) =>
    request<T>('POST', path, { ...options, body }),
  put: <T = void>(path: string, body: unknown, options?: RequestOptions) =>
    request<T>('PUT', path, { ...options, body }),
  /** What a POST answers as a file. */
  file: async (path: string, body: unknown): Promise<Blob> => (await answered('POST', path, { body })).blob(),
  delete: <T = void>(path: string, options?: RequestOptions) => request<T>('DELETE', path, options),
};
