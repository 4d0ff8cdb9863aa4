import type { Readable } from 'node:stream';
import type { Arrivals } from '@lms/api-platform';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { type ArrivingUpload, EXPIRY_MS } from './arriving-uploads.js';

export interface TusStoreDeps {
  arrivals: Arrivals;
  /** What is known of an upload that the present request may see. */
  find: (id: string) => Promise<ArrivingUpload | undefined>;
  touch: (id: string) => Promise<void>;
  forget: (id: string) => Promise<boolean>;
}

/** What the tus server keeps its files in: the bytes in Arrivals, everything else in the database. */
export class TusStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];

  constructor(private readonly deps: TusStoreDeps) {
    super();
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await this.deps.find(id);
    if (!found) throw ERRORS.FILE_NOT_FOUND;
    const { size, kind, name, expiresAt, complete } = found;
    const offset = complete ? size : await this.deps.arrivals.size(id);
    // The protocol counts from the creation; ours begins anew with every piece.
    const creation_date = new Date(expiresAt.getTime() - EXPIRY_MS).toISOString();
    return new Upload({ id, size, offset, creation_date, metadata: { kind, name } });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    try {
      return await this.deps.arrivals.append(id, offset, stream);
    } finally {
      await this.deps.touch(id);
    }
  }

  override async remove(id: string): Promise<void> {
    if (await this.deps.forget(id)) await this.deps.arrivals.remove(id);
  }

  override getExpiration(): number {
    return EXPIRY_MS;
  }
}
