import { AsyncLocalStorage } from 'node:async_hooks';
import { Arrivals, type Ctx, ProblemError } from '@lms/api-platform';
import { Injectable, Logger } from '@nestjs/common';
import type { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ArrivingUploads } from './arriving-uploads.js';
import { BeginArriving } from './begin-arriving.js';
import { CompleteArriving } from './complete-arriving.js';
import { tusProblem } from './tus-problem.js';
import type { Call } from './tus-server.js';
import { webRequest } from './web-request.js';

/**
 * The tus protocol (1.0.0: creation, creation-with-upload, termination, expiration) over our own permissions, rows and
 * files. Who may call was decided before; whose upload it is, is decided here.
 */
@Injectable()
export class ResumableUploads {
  private readonly log = new Logger('Uploads');
  private readonly calls = new AsyncLocalStorage<Call>();
  /** Loaded when somebody first sends a file: it would slow every start down. */
  private loading: Promise<Server> | undefined;

  constructor(
    private readonly arrivals: Arrivals,
    private readonly rows: ArrivingUploads,
    private readonly begin: BeginArriving,
    private readonly complete: CompleteArriving,
  ) {}

  async run(ctx: Ctx, request: FastifyRequest, reply: FastifyReply, id?: string): Promise<void> {
    if (id !== undefined) await this.lookUp(ctx, id);
    const call: Call = { ctx };
    const server = await this.loadServer();
    const answer = await this.calls.run(call, () => server.handleWeb(webRequest(request)));
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

  private loadServer(): Promise<Server> {
    this.loading ??= import('./tus-server.js').then(({ makeTusServer }) =>
      makeTusServer({
        arrivals: this.arrivals,
        rows: this.rows,
        begin: this.begin,
        complete: this.complete,
        call: () => this.call(),
      }),
    );
    return this.loading;
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
  return Object.fromEntries(
    [...headers].filter(([name]) => !name.startsWith('access-control-') && name !== 'content-length'),
  );
}
