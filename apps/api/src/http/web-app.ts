import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotFound, sendProblem } from '@lms/api-platform';

const DIST = path.resolve(import.meta.dirname, '../../../web/dist');

/** Serves the built web app: hashed files for ever, and its one page for every address that a person can open. */
export async function serveWebApp(fastify: FastifyInstance, dist = DIST): Promise<void> {
  if (!existsSync(path.join(dist, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: dist,
    serve: false,
    preCompressed: true,
    cacheControl: false,
  });
  fastify.get('/assets/*', (request, reply) => sendAsset(request, reply));
  fastify.get('/*', (request, reply) => sendPage(request, reply, dist));
}

function sendAsset(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const file = pathOf(request);
  return reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(file);
}

function sendPage(request: FastifyRequest, reply: FastifyReply, dist: string): FastifyReply {
  const file = pathOf(request);
  if (file.startsWith('api/')) return sendProblem(reply, new NotFound(), request.id);
  const isFile = path.extname(file) !== '' && !file.includes('..') && existsSync(path.join(dist, file));
  return reply.header('cache-control', 'no-cache').sendFile(isFile ? file : 'index.html');
}

const pathOf = (request: FastifyRequest): string => (request.url.split('?')[0] ?? '/').slice(1);
