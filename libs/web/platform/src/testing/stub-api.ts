/** What the API answers to `"GET /my/today"`: a body (200), nothing (204), a response, or something worked out each time. */
export type Answer = object | null | Response | ((body: unknown, url: URL) => object | null | Response);

export interface StubbedApi {
  /** Every request so far, `"POST /auth/sign-in"`. */
  calls: string[];
}

/** A problem as the API writes it. */
export function problem(
  status: number,
  code: string,
  detail = 'A sentence.',
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

const respond = (answer: object | null | Response): Response => {
  if (answer instanceof Response) return answer.clone();
  return answer === null ? new Response(null, { status: 204 }) : Response.json(answer);
};

/** Puts answers in the place of the API. What is not listed is not found. */
export function stubApi(answers: Record<string, Answer>): StubbedApi {
  const calls: string[] = [];
  globalThis.fetch = (input, init) => {
    const url = new URL(
      typeof input === 'string' ? input : input instanceof URL ? input.href : input.url,
      'http://app.test',
    );
    const call = `${init?.method ?? 'GET'} ${url.pathname.replace('/api/v1', '')}`;
    calls.push(call);
    const answer = answers[call];
    if (answer === undefined) return Promise.resolve(problem(404, 'not-found'));
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    return Promise.resolve(respond(typeof answer === 'function' ? answer(body, url) : answer));
  };
  return { calls };
}
