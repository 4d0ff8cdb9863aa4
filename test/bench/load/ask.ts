/** One request by itself; its answer as text. Throws unless it was 200 or 201. */
export async function ask(url: string, { token, body }: { token?: string; body?: string } = {}): Promise<string> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  if (response.status === 200 || response.status === 201) return text;
  throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
}
