import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '@lms/api-platform';
import type { SigningKey as PublishedKey } from '@lms/contracts';

/** What stands before 32 bytes of an Ed25519 key in PKCS #8 and in SPKI (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Signs anchors and records. The key follows from the installation's secret, which lies in the data directory and not
 * in the database: whoever can write there cannot sign.
 */
@Injectable()
export class SigningKey {
  private readonly secretKey: KeyObject;
  /** 64 small hexadecimal digits. */
  readonly publicKey: string;

  constructor(secrets: Secrets) {
    const seed = secrets.key('record signature').export();
    this.secretKey = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
    const der = createPublicKey(this.secretKey).export({ format: 'der', type: 'spki' });
    this.publicKey = der.subarray(PUBLIC.length).toString('hex');
  }

  /** In base64. */
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.secretKey).toString('base64');
  }

  published(): PublishedKey {
    const pem = keyFrom(this.publicKey).export({ format: 'pem', type: 'spki' }).toString();
    return { algorithm: 'Ed25519', publicKey: this.publicKey, pem };
  }
}

const keyFrom = (publicKey: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC, Buffer.from(publicKey, 'hex')]), format: 'der', type: 'spki' });

/** Whether a signature in base64 is that of the text by the key with these 64 hexadecimal digits. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    return verify(null, Buffer.from(text), keyFrom(publicKey), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
