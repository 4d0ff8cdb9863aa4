import type { Readable } from 'node:stream';
import {
  Configuration,
  type Ctx,
  type NewManifest,
  PackSources,
  type SealsPacks,
  Sql,
  Storage,
} from '@lms/api-platform';
import type { PackManifest, RecordFile } from '@lms/contracts';
import { canonicalise, type JsonValue } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SigningKey } from '../anchors/signing-key.js';
import { PACK_FORMAT } from './pack-format.js';
import { GetRecordFile } from './record-file.js';

/** Signed records, the newest anchor and the seal of an audit pack, all by the one key. */
@Injectable()
export class PackSeals implements SealsPacks, OnModuleInit {
  constructor(
    private readonly packs: PackSources,
    private readonly files: GetRecordFile,
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly configuration: Configuration,
    private readonly key: SigningKey,
  ) {}

  onModuleInit(): void {
    this.packs.offerSeals(this);
  }

  recordFiles(ctx: Ctx, entryIds: readonly string[]): Promise<RecordFile[]> {
    return this.files.runAll(ctx, entryIds);
  }

  async newestAnchor(): Promise<Readable | null> {
    const kept = await this.sql.row<{ sha256: string }>(
      'newest-anchor',
      'select sha256 from ledger_anchor order by day desc limit 1',
    );
    return kept ? this.storage.open(kept.sha256) : null;
  }

  seal(given: NewManifest): PackManifest {
    const { origin } = this.configuration;
    const manifest = { format: PACK_FORMAT, issuer: origin, publicKey: this.key.publicKey, ...given } as const;
    const text = `${PACK_FORMAT}\n${canonicalise(manifest as unknown as JsonValue)}`;
    return { manifest, signature: this.key.sign(text) };
  }
}
