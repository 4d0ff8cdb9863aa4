import type { RequestOptions } from './request-options.js';

/** Answers a request in the API's place: a promise of the answer, or undefined to let it go on its way. */
export type Stand = (method: string, path: string, options: RequestOptions) => Promise<unknown> | undefined;

const stands = new Set<Stand>();

/** From now on `stand` is asked before any request is sent. Returns how to end that. */
export function answerInstead(stand: Stand): () => void {
  stands.add(stand);
  return () => stands.delete(stand);
}

export function standingAnswer(method: string, path: string, options: RequestOptions): Promise<unknown> | undefined {
  for (const stand of stands) {
    const answer = stand(method, path, options);
    if (answer) return answer;
  }
  return undefined;
}
