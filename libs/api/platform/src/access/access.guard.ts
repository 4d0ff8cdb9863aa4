import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../clock/clock.js';
import { Configuration } from '../configuration/configuration.js';
import { Forbidden, SignedOut } from '../http/problem.js';
import { ACCESS, type AccessRule, EARLY, ENDS_LOOKING } from './access.js';
import type { Actor, Ctx, Gate } from './actor.js';
import { ActorSource } from './actor-source.js';
import { gateProblem } from './gate-problem.js';
import { readOnly } from './read-only.js';
import { isSameOrigin } from './same-origin.js';

export type RequestWithCtx = FastifyRequest & { ctx?: Ctx };

/** The first hop: nobody passes a route whose rule they do not meet. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (rule === 'public' || rule === 'launch') return true;
    const request = context.switchToHttp().getRequest<RequestWithCtx>();
    const actor = await this.actors.actorOf(request);
    if (!actor) throw new SignedOut();
    if (actor.via === 'cookie' && !isSameOrigin(request.headers, this.configuration.origin)) throw new SignedOut();
    if (actor.impersonation) await this.watch(actor, request, context);
    const early = this.reflector.get<readonly Gate[] | undefined>(EARLY, context.getHandler());
    if (actor.gate && !early?.includes(actor.gate)) throw gateProblem(actor.gate);
    if (rule === undefined || !actor.permissions.has(rule)) throw new Forbidden();
    const { id: requestId, ip: address } = request;
    request.ctx = { actor, today: this.clock.today(), now: this.clock.now(), requestId, address };
    return true;
  }

  /** Reading only, whatever the roles of the person whose eyes these are. */
  private async watch(actor: Actor, request: RequestWithCtx, context: ExecutionContext): Promise<void> {
    await this.actors.watched(actor, request);
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (this.reflector.get<boolean | undefined>(ENDS_LOOKING, context.getHandler())) return;
    throw readOnly();
  }
}
