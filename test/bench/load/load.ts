import autocannon from 'autocannon';

export const CONNECTIONS = 16;

export interface LoadOptions {
  url: string;
  seconds: number;
  /** The requests of each connection, which it repeats in order. */
  requestsOf(connection: number): autocannon.Request[];
  /** Is told how long each answer took. */
  onAnswer?: (milliseconds: number) => void;
}

/**
 * Requests a second over sixteen connections, each sending its next request when the answer to the last is there.
 * Throws unless every answer was 200 or 201 and a JSON object: speed of anything else means nothing.
 */
export async function load({ url, seconds, requestsOf, onAnswer }: LoadOptions): Promise<number> {
  let connection = 0;
  const unexpected: string[] = [];
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: (client) => {
      client.setRequests(requestsOf(connection));
      client.on('response', (_status, _bytes, milliseconds) => onAnswer?.(milliseconds));
      connection += 1;
    },
    verifyBody: (body) => {
      const text = String(body ?? '');
      if (text.length > 2 && text.startsWith('{') && text.endsWith('}')) return true;
      if (unexpected.length < 3) unexpected.push(text.slice(0, 200));
      return false;
    },
  });
  const statuses = Object.keys(result.statusCodeStats ?? {});
  const wrongStatus = statuses.some((status) => status !== '200' && status !== '201');
  const wrong = result.errors + result.timeouts + result.mismatches + result.non2xx;
  if (wrong > 0 || wrongStatus || result['2xx'] === 0) {
    const { errors, timeouts, mismatches } = result;
    const found = JSON.stringify({ errors, timeouts, mismatches, statuses: result.statusCodeStats, unexpected });
    throw new Error(`${url} did not answer every request as it should: ${found}`);
  }
  return result['2xx'] / result.duration;
}
