import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { v4 as uuid } from 'uuid';
import { CONTENT_PREFIX } from '@lms/api-delivery';
import { Brands, type Configuration } from '@lms/api-platform';
import { WELL_KNOWN_KEY } from '@lms/api-records';
import { AppModule } from '../app.module.js';
import { RoleLogger } from '../role-logger.js';
import { rewriteForContent } from './content-hosts.js';
import { openApi } from './open-api.js';
import { securityHeaders } from './security-headers.js';
import { LONGEST_PART, readableAddress, refuseConnection, refuseUnreadable } from './unreadable.js';
import { serveWebApp } from './web-app.js';

/** Long enough for a commit with 64,000 characters of suspend data and everything around it. */
const BODY_LIMIT = 1_500_000;

/** The whole HTTP side, ready to listen. */
export async function createApp(configuration: Configuration): Promise<NestFastifyApplication> {
  const rewrite = rewriteForContent(configuration.contentOrigin);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => uuid(),
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_PART },
    rewriteUrl: (request: IncomingMessage) =>
      rewrite(readableAddress(request, request.url ?? '/'), request.headers.host),
    clientErrorHandler: refuseConnection,
  });
  const fastify = adapter.getInstance();
  refuseUnreadable(fastify);
  // Files are streamed by whoever stores them; nothing reads them into memory first.
  for (const type of ['application/octet-stream', 'application/offset+octet-stream', 'text/csv'])
    fastify.addContentTypeParser(type, (_request, _payload, done) => done(null));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(configuration), adapter, {
    logger: loggerFor(configuration.logLevel),
    abortOnError: false,
  });
  await app.register(cookie);
  app.useSecurityHeaders(securityHeaders(configuration.origin, configuration.contentOrigin));
  app.setGlobalPrefix('api/v1', {
    exclude: [
      { path: `${CONTENT_PREFIX}/*path`, method: RequestMethod.ALL },
      { path: WELL_KNOWN_KEY, method: RequestMethod.GET },
    ],
  });
  app.enableShutdownHooks();
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
  openApi(app, fastify);
  await serveWebApp(fastify, app.get(Brands));
  await app.init();
  return app;
}

function loggerFor(level: Configuration['logLevel']): RoleLogger | false {
  if (level === 'silent') return false;
  const levels = ['error', 'warn', 'log', 'debug'] as const;
  const most = { error: 1, warn: 2, info: 3, debug: 4 }[level];
  return new RoleLogger({ logLevels: levels.slice(0, most) });
}
