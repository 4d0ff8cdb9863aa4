import { AsyncLocalStorage } from 'node:async_hooks';
import { Arrivals, type Ctx, NotFound, ProblemError } from '@lms/api-platform';
import { Injectable, Logger } from '@nestjs/common';
import { MemoryLocker, Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import { ArrivingUploads } from './arriving-uploads.js';
import { BeginArriving } from './begin-arriving.js';
import { CompleteArriving } from './complete-arriving.js';
import { tusProblem } from './tus-problem.js';
import { TusStore } from './tus-store.js';
import { webRequest } from './web-request.js';

export const RESUMABLE_PATH = '/api/v1/uploads/resumable';

/** What one request is about, for the tus server's call-backs. */
interface Call {
  ctx: Ctx;
  failure?: unknown;
}

/**
 * The tus protocol (1.0.0: creation, creation-with-upload, termination, expiration) over our own permissions, rows and
 * files. Who may call was decided before; whose upload it is, is decided here.
 */
@Injectable()
export class ResumableUploads {
  private readonly log = new Logger('Uploads');
  private readonly calls = new AsyncLocalStorage<Call>();
  private readonly server: Server;

  constructor(
    private readonly arrivals: Arrivals,
    private readonly rows: ArrivingUploads,
    private readonly begin: BeginArriving,
    private readonly complete: CompleteArriving,
  ) {
    this.server = this.makeServer();
  }

  async run(ctx: Ctx, request: FastifyRequest, reply: FastifyReply, id?: string): Promise<void> {
    if (id !== undefined) await this.lookUp(ctx, id);
    const call: Call = { ctx };
    const answer = await this.calls.run(call, () => this.server.handleWeb(webRequest(request)));
    const headers = ownHeaders(answer.headers);
    if (answer.status >= 400) throw this.problemOf(call, answer.status, headers);
    await reply.status(answer.status).headers(headers).send();
  }

  /** NotFound unless it is one's own. What has all its bytes goes on, also when nobody could say so at the time. */
  private async lookUp(ctx: Ctx, id: string): Promise<void> {
    const found = await this.rows.one(id, ctx.actor.personId, ctx.now);
    if (!found.complete && (await this.arrivals.size(id)) === found.size) await this.complete.run(ctx, id);
  }

  private problemOf(call: Call, status: number, headers: Record<string, string>): ProblemError {
    if (call.failure instanceof ProblemError) return call.failure;
    if (status === 500) this.log.error({ error: describe(call.failure) });
    return tusProblem(status, headers);
  }

  private makeServer(): Server {
    const ctx = (): Ctx => this.call().ctx;
    const datastore = new TusStore({
      arrivals: this.arrivals,
      find: (id) =>
        this.rows.one(id, ctx().actor.personId, ctx().now).catch((error: unknown) => {
          if (error instanceof NotFound) return undefined;
          throw error;
        }),
      touch: (id) => this.rows.touch(id, ctx().now),
      forget: (id) => this.rows.forget(id),
    });
    return new Server({
      path: RESUMABLE_PATH,
      datastore,
      // Among the requests of one process; those of several do no harm, see Arrivals.
      locker: new MemoryLocker(),
      relativeLocation: true,
      disableTerminationForFinishedUploads: true,
      namingFunction: () => uuid(),
      onUploadCreate: async (_request, { id, size, metadata }) => {
        await this.begin.run(ctx(), { id, size, metadata });
        return {};
      },
      onUploadFinish: async (_request, { id }) => {
        await this.complete.run(ctx(), id);
        return {};
      },
      onResponseError: (_request, error) => {
        this.call().failure = error;
        return undefined;
      },
    });
  }

  private call(): Call {
    const call = this.calls.getStore();
    if (!call) throw new Error('This is called by a request');
    return call;
  }
}

/** The tus server throws plain objects for what it knows. */
function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
}

/** Without those that only tell other origins that they may call, which they may not. */
function ownHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !name.startsWith('access-control-') && name !== 'content-length'));
}
