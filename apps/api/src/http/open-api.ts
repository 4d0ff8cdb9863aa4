import { ANSWERS, type Answer } from '@lms/api-platform';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

/** The OpenAPI description, made from the contracts when somebody first asks. */
export function openApi(app: NestFastifyApplication, fastify: FastifyInstance): void {
  let document: Promise<OpenAPIObject> | undefined;
  fastify.get('/api/v1/openapi.json', () => (document ??= describe(app)));
}

async function describe(app: NestFastifyApplication): Promise<OpenAPIObject> {
  const { ApiResponse, DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
  for (const { prototype, name, descriptor } of methodsOf(app)) {
    const answer: Answer | undefined = Reflect.getMetadata(ANSWERS, descriptor.value);
    if (answer === undefined) continue;
    const status: number = Reflect.getMetadata(HTTP_CODE_METADATA, descriptor.value);
    ApiResponse(answer instanceof Object ? { status, standardSchema: answer } : { status })(
      prototype,
      name,
      descriptor,
    );
  }
  const info = new DocumentBuilder()
    .setTitle('Waymark')
    .setDescription('Everything the web app does, it does through this.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, info);
}

function* methodsOf(app: NestFastifyApplication) {
  const scanner = app.get(MetadataScanner);
  for (const { instance } of app.get(DiscoveryService).getControllers()) {
    const prototype: object = Object.getPrototypeOf(instance);
    for (const name of scanner.getAllMethodNames(prototype)) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
      if (descriptor) yield { prototype, name, descriptor };
    }
  }
}
