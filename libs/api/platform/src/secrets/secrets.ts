import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../configuration/configuration.js';

/** One secret, one key for each purpose derived from it (HKDF, RFC 5869). */
@Injectable()
export class Secrets {
  private readonly master: Buffer;

  constructor(configuration: Configuration) {
    this.master = configuration.secret ? Buffer.from(configuration.secret) : readOrMake(configuration.dataDir);
  }

  key(purpose: string): KeyObject {
    return createSecretKey(Buffer.from(hkdfSync('sha256', this.master, 'waymark', purpose, 32)));
  }

  /** Lower-case hex of HMAC-SHA-256 with the key of a purpose. */
  mac(purpose: string, text: string): string {
    return createHmac('sha256', this.key(purpose)).update(text).digest('hex');
  }
}

/** Two processes may start at once: whoever links the file first wins, the other reads it. */
function readOrMake(dataDir: string): Buffer {
  const file = path.join(dataDir, 'secret');
  try {
    return readFileSync(file);
  } catch {
    mkdirSync(dataDir, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch {
      // Somebody else was first.
    }
    unlinkSync(draft);
    return readFileSync(file);
  }
}
