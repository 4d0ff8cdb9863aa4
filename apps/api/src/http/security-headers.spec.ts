import { describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { securityHeaders } from './security-headers.js';

@Module({})
class Nothing {}

async function headersOf(origin: string, contentOrigin: string, url = '/'): Promise<Record<string, unknown>> {
  const app = await NestFactory.create<NestFastifyApplication>(Nothing, new FastifyAdapter(), { logger: false });
  app.useSecurityHeaders(securityHeaders(origin, contentOrigin));
  await app.init();
  const { headers } = await app.inject({ method: 'GET', url });
  await app.close();
  const { date, connection, 'content-length': length, 'content-type': type, ...others } = headers;
  expect([date, connection, length, type]).not.toContain(undefined);
  return others;
}

/** Spelled out to the letter: a header that is lost or changed is never lost in silence. */
const EXPECTED = {
  'content-security-policy':
    "default-src 'none';script-src 'self';style-src 'self' 'unsafe-inline';" +
    "img-src 'self' data: blob: http://*.waymark.localhost:3000;font-src 'self' data:;" +
    "connect-src 'self' http://*.waymark.localhost:3000;media-src 'self' http://*.waymark.localhost:3000;" +
    "frame-src http://*.waymark.localhost:3000;worker-src 'self' blob:;manifest-src 'self';form-action 'self';" +
    "base-uri 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

describe('the security headers of every answer', () => {
  const plain = ['http://waymark.localhost:3000', 'http://*.waymark.localhost:3000'] as const;

  it('are these, also for what is not there and for an address that cannot be read', async () => {
    expect(await headersOf(...plain)).toEqual(EXPECTED);
    expect(await headersOf(...plain, '/%zz')).toEqual(EXPECTED);
  });

  it('with TLS, insist on it', async () => {
    const headers = await headersOf('https://learn.example', 'https://*.learn.example');
    const policy = EXPECTED['content-security-policy'].replaceAll(
      'http://*.waymark.localhost:3000',
      'https://*.learn.example',
    );
    expect(headers).toEqual({
      ...EXPECTED,
      'content-security-policy': `${policy};upgrade-insecure-requests`,
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
  });
});
