import type { Instance } from '../../../tools/instance.mjs';

export interface Operation {
  method: string;
  /** Below `/api/v1/`, with its parameters in braces. */
  path: string;
}
export interface Answered {
  status: number;
  text: string;
  /** What an error says, without the number of its request. */
  said: string;
}

const API = '/api/v1/';

/** Every operation that the API documents; content has its own host and its own tests. */
export async function operationsOf(instance: Instance): Promise<Operation[]> {
  const { text } = await ask(instance, null, 'GET', 'openapi.json');
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths)
    .filter(([path]) => path.startsWith(API))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: path.slice(API.length) })),
    );
}

export async function tokenOf(instance: Instance, name: string): Promise<string> {
  const { text } = await ask(instance, null, 'POST', 'auth/token', { name, password: 'waymark-demo' });
  return (JSON.parse(text) as { accessToken: string }).accessToken;
}

export async function ask(
  instance: Instance,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> {
  const response = await fetch(`${instance.direct}${API}${path}`, {
    method,
    headers: {
      host: new URL(instance.url).host,
      'if-match': '"1"',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const said = response.status < 400 ? '' : text.replace(/"requestId":"[^"]*"/, '');
  return { status: response.status, text, said };
}
