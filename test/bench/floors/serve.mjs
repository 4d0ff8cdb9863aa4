import { createServer } from 'node:http';

const json = 'application/json; charset=utf-8';

const bodyOf = async (request) => {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += chunk;
  return body;
};

/**
 * The least a server can do: the answer of one function, as JSON, over bare node:http on 127.0.0.1. Tells the process
 * that started it when it listens, and ends when that one does.
 * @param {(path: string, body: string) => Promise<string>} answer a POST's body, '' for the rest
 * @param {{ port?: number, close?: () => Promise<void> }} [options] `close` runs before the end
 */
export function serve(answer, { port = 0, close = async () => {} } = {}) {
  const server = createServer(async (request, response) => {
    try {
      const body = request.method === 'POST' ? await bodyOf(request) : '';
      const text = await answer(request.url.slice(1), body);
      response.writeHead(200, { 'content-type': json, 'content-length': Buffer.byteLength(text) }).end(text);
    } catch (error) {
      process.stderr.write(`${error.stack}\n`);
      response.writeHead(500).end();
    }
  });
  server.listen(port, '127.0.0.1', () => process.send({ port: server.address().port }));
  const end = () => close().then(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('disconnect', end);
}
