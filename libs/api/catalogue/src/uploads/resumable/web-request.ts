import type { FastifyRequest } from 'fastify';

/** The same request as the tus server wants it; its body is read only as fast as it is written away. */
export function webRequest({ method, url, headers, raw }: FastifyRequest): Request {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
  );
  const init = { method, headers: new Headers(entries) };
  const address = new URL(url, 'http://waymark.localhost');
  if (method !== 'PATCH' && method !== 'POST') return new Request(address, init);
  // `Readable.toWeb` would copy every piece.
  const body = ReadableStream.from<Buffer>(raw.iterator({ destroyOnReturn: false }));
  return new Request(address, { ...init, body, duplex: 'half' });
}
