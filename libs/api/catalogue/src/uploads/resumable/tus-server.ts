import { type Arrivals, type Ctx, NotFound } from '@lms/api-platform';
import { MemoryLocker, Server } from '@tus/server';
import { v7 as uuid } from 'uuid';
import type { ArrivingUploads } from './arriving-uploads.js';
import type { BeginArriving } from './begin-arriving.js';
import type { CompleteArriving } from './complete-arriving.js';
import { TusStore } from './tus-store.js';

/** What one request is about, for the tus server's call-backs. */
export interface Call {
  ctx: Ctx;
  failure?: unknown;
}

interface TusServerDeps {
  arrivals: Arrivals;
  rows: ArrivingUploads;
  begin: BeginArriving;
  complete: CompleteArriving;
  /** The request that is being served. */
  call: () => Call;
}

/** The protocol's own server, with nothing of its own behind it. */
export function makeTusServer({ arrivals, rows, begin, complete, call }: TusServerDeps): Server {
  const find = async (id: string) => {
    const { actor, now } = call().ctx;
    return rows.one(id, actor.personId, now).catch((error: unknown) => {
      if (error instanceof NotFound) return undefined;
      throw error;
    });
  };
  return new Server({
    path: '/api/v1/uploads/resumable',
    datastore: new TusStore({
      arrivals,
      find,
      touch: (id) => rows.touch(id, call().ctx.now),
      forget: (id) => rows.forget(id),
    }),
    // Among the requests of one process; those of several do no harm, see Arrivals.
    locker: new MemoryLocker(),
    relativeLocation: true,
    disableTerminationForFinishedUploads: true,
    namingFunction: () => uuid(),
    onUploadCreate: async (_request, { id, size, metadata }) => {
      await begin.run(call().ctx, { id, size, metadata });
      return {};
    },
    onUploadFinish: async (_request, { id }) => {
      await complete.run(call().ctx, id);
      return {};
    },
    onResponseError: (_request, error) => {
      call().failure = error;
      return undefined;
    },
  });
}
