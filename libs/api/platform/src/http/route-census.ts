import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type AccessRule } from '../access/access.js';
import { ANSWERS } from './answers.js';

export interface CountedRoute {
  controller: string;
  handler: string;
  method: string;
  path: string;
  access: AccessRule | undefined;
  answers: boolean;
  /** Arguments taken from the request without a contract. */
  unchecked: number;
}

/** `@Body`, `@Query`, `@Param` in Nest's numbering of route arguments. */
const FROM_REQUEST = new Set(['3', '4', '5']);

/** Counts every route, and keeps the application from starting while one declares no permission or no contract. */
@Injectable()
export class RouteCensus implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const wrong = this.routes().filter((r) => r.access === undefined || !r.answers || r.unchecked > 0);
    if (wrong.length === 0) return;
    const list = wrong.map((r) => `${r.controller}.${r.handler}`).join(', ');
    throw new Error(`Routes without @Access, @Answers or a schema for what they take in: ${list}`);
  }

  routes(): CountedRoute[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype: object = Object.getPrototypeOf(instance);
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => this.count(metatype, prototype, name));
    });
  }

  private count(controller: { name: string }, prototype: object, name: string): CountedRoute[] {
    const handler: unknown = Reflect.get(prototype, name);
    if (typeof handler !== 'function') return [];
    const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
    if (typeof method !== 'number') return [];
    const args: Record<string, { schema?: unknown }> = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {};
    const unchecked = Object.entries(args).filter(
      ([key, arg]) => FROM_REQUEST.has(key.split(':')[0] ?? '') && !arg.schema,
    );
    const prefix = Reflect.getMetadata(PATH_METADATA, controller);
    const path = Reflect.getMetadata(PATH_METADATA, handler);
    return [
      {
        controller: controller.name,
        handler: name,
        method: RequestMethod[method] ?? String(method),
        path: `/${[prefix, path].filter((p) => typeof p === 'string' && p !== '/').join('/')}`,
        access: Reflect.getMetadata(ACCESS, handler),
        answers: Reflect.getMetadata(ANSWERS, handler) !== undefined,
        unchecked: unchecked.length,
      },
    ];
  }
}
