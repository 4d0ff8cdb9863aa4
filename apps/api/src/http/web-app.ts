import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Brand, type Brands, NotFound, sendProblem } from '@lms/api-platform';
import { brandIcon, letterIcon } from './brand-icon.js';
import { brandedPage } from './branded-page.js';

const DIST = path.resolve(import.meta.dirname, '../../../web/dist');

/**
 * Serves the built web app: hashed files for ever, and its one page, with the brand in it, for every address that a person
 * can open.
 */
export async function serveWebApp(fastify: FastifyInstance, brands: Brands, dist = DIST): Promise<void> {
  if (!existsSync(path.join(dist, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: dist,
    serve: false,
    preCompressed: true,
    cacheControl: false,
  });
  fastify.get('/assets/*', (request, reply) => sendAsset(request, reply));
  const page = pageMaker(path.join(dist, 'index.html'));
  fastify.get('/icon.svg', async (request, reply) => {
    const brand = await brands.current();
    if (brandIcon(brand)?.type !== 'image/svg+xml')
      return reply.header('cache-control', 'no-cache').sendFile('icon.svg');
    return reply.header('cache-control', 'no-cache').type('image/svg+xml').send(letterIcon(brand));
  });
  fastify.get('/*', async (request, reply) =>
    sendFileOrPage(request, reply, dist, async () => page(await brands.current())),
  );
}

function sendAsset(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const file = pathOf(request);
  return reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(file);
}

type Page = ReturnType<typeof brandedPage>;

/** The page is made anew when the brand has changed, or the app was built again. */
function pageMaker(file: string): (brand: Brand) => Page {
  let made: { brand: Brand; builtAt: number; page: Page } | undefined;
  return (brand) => {
    const builtAt = statSync(file).mtimeMs;
    if (made?.brand !== brand || made.builtAt !== builtAt) {
      made = { brand, builtAt, page: brandedPage(readFileSync(file, 'utf8'), brand) };
    }
    return made.page;
  };
}

async function sendFileOrPage(
  request: FastifyRequest,
  reply: FastifyReply,
  dist: string,
  page: () => Promise<Page>,
): Promise<FastifyReply> {
  const file = pathOf(request);
  if (file.startsWith('api/')) return sendProblem(reply, new NotFound(), request.id);
  const isFile = path.extname(file) !== '' && !file.includes('..') && existsSync(path.join(dist, file));
  if (isFile && file !== 'index.html') return reply.header('cache-control', 'no-cache').sendFile(file);
  const { html, etag } = await page();
  void reply.header('cache-control', 'no-cache').header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  return reply.type('text/html; charset=utf-8').send(html);
}

const pathOf = (request: FastifyRequest): string => (request.url.split('?')[0] ?? '/').slice(1);
