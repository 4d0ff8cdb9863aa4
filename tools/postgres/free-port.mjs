import { createServer } from 'node:net';

/** Resolves to null when host:port can be listened on, else to the error's code. Port 0 finds a free one. */
const attempt = (port, host) =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done({ code: error.code, port }));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: given } = server.address();
      server.close(() => done({ code: null, port: given }));
    });
  });

/** Why the port cannot be used ('EADDRINUSE', 'EACCES', …), or null. */
export const whyTaken = async (port, host = '127.0.0.1') => (await attempt(port, host)).code;

/** A free port on this machine, the preferred one when it is free. */
export async function freePort(preferred = null) {
  if (preferred && (await whyTaken(preferred)) === null) return preferred;
  return (await attempt(0, '127.0.0.1')).port;
}
