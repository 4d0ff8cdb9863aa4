import path from 'node:path';
import { z } from 'zod';
import '../http/plain-messages.js';
import { clamdAddress, type ClamdAddress } from './clamd-address.js';
import { hideSecrets } from './hide-secrets.js';
import { s3Settings, type S3Settings } from './s3-settings.js';
import { WrongSetting } from './wrong-setting.js';

const flag = z.enum(['on', 'off', '1', '0']).transform((v) => v === 'on' || v === '1');
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((v) => new URL(v).origin === v, 'Give scheme, host and port only, such as https://learn.example.org');

/** Every setting of the product: environment variables, checked once at start. README.md lists them. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'Give a postgres:// address' }),
  DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'Give a postgres:// address' }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(12),
  WAYMARK_DATA_DIR: z.string().min(1).default('.data'),
  WAYMARK_ORIGIN: origin.optional(),
  WAYMARK_CONTENT_ORIGIN: z
    .string()
    .regex(/^https?:\/\/\*\.[^/]+$/, 'Give a wildcard origin, such as https://*.learn.example.org')
    .optional(),
  WAYMARK_SECRET: z.string().min(32, 'Use at least 32 characters').optional(),
  WAYMARK_EMBEDDED: z.enum(['0', '1']).default('0'),
  WAYMARK_DEMO: flag.optional(),
  WAYMARK_TEST_CLOCK: flag.optional(),
  WAYMARK_S3_BUCKET: z.string().min(3).max(63).optional(),
  WAYMARK_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'Give an http:// or https:// address' }).optional(),
  WAYMARK_S3_REGION: z.string().min(1).optional(),
  WAYMARK_S3_ACCESS_KEY: z.string().min(1).optional(),
  WAYMARK_S3_SECRET_KEY: z.string().min(1).optional(),
  WAYMARK_CLAMD: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'Give an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z.string().min(3).default('Waymark <waymark@localhost>'),
  WAYMARK_DIGEST_AT: z
    .string()
    .regex(/^([01]\d:[0-5]\d|off)$/, 'Give a time before 20:00 in London such as 07:30, or off')
    .default('07:30'),
  WAYMARK_DIGEST_MAIL: flag.optional(),
  WAYMARK_SECOND_FACTOR: flag.optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

/** The settings as the code uses them. */
export abstract class Configuration {
  abstract readonly port: number;
  abstract readonly host: string;
  /** Owns the schema: migrations, and the command line's repairs. */
  abstract readonly ownerUrl: string;
  /** Owns nothing and cannot change facts: everything else. */
  abstract readonly appUrl: string;
  abstract readonly poolSize: number;
  abstract readonly dataDir: string;
  /** What people type: scheme, host, port. */
  abstract readonly origin: string;
  /** `scheme://*.host:port`: one label for each person and package. */
  abstract readonly contentOrigin: string;
  abstract readonly secret: string | undefined;
  abstract readonly demo: boolean;
  /** Only for tests: the clock moves with a file of the data directory. */
  abstract readonly testClock: boolean;
  /** The bucket that keeps the files; they are kept in the data directory without one. */
  abstract readonly s3: S3Settings | undefined;
  /** Where the malware scanner listens; files are not scanned without one. */
  abstract readonly clamd: ClamdAddress | undefined;
  abstract readonly smtpUrl: string | undefined;
  abstract readonly mailFrom: string;
  /** `HH:MM` in London from which the day's digests are made; undefined for never. */
  abstract readonly digestAt: string | undefined;
  /** Whether digests are mailed; the notices within the app come anyway. */
  abstract readonly digestMail: boolean;
  /** Whether the People Team and administrators have to have a second factor. */
  abstract readonly secondFactor: boolean;
  abstract readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((i) => {
      const name = String(i.path[0]);
      return name in given
        ? `${name} is "${hideSecrets(name, given[name])}": ${i.message}.`
        : `${name} is missing: ${i.message}.`;
    });
    throw new WrongSetting(lines.join('\n'));
  }
  const e = parsed.data;
  const demo = e.WAYMARK_DEMO ?? e.WAYMARK_EMBEDDED === '1';
  const appOrigin = e.WAYMARK_ORIGIN ?? `http://waymark.localhost:${e.PORT}`;
  const { protocol, host } = new URL(appOrigin);
  return {
    port: e.PORT,
    host: e.HOST,
    ownerUrl: e.DATABASE_URL,
    appUrl: e.DATABASE_APP_URL ?? e.DATABASE_URL,
    poolSize: e.DATABASE_POOL,
    dataDir: path.resolve(e.WAYMARK_DATA_DIR),
    origin: appOrigin,
    contentOrigin: e.WAYMARK_CONTENT_ORIGIN ?? `${protocol}//*.${host}`,
    secret: e.WAYMARK_SECRET,
    demo,
    testClock: e.WAYMARK_TEST_CLOCK ?? false,
    s3: s3Settings(e),
    clamd: clamdAddress(e.WAYMARK_CLAMD),
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    digestAt: e.WAYMARK_DIGEST_AT === 'off' ? undefined : e.WAYMARK_DIGEST_AT,
    // The demonstration's 1,800 people have invented addresses.
    digestMail: e.WAYMARK_DIGEST_MAIL ?? !demo,
    // Everybody knows the demonstration's password, and nobody has its phones.
    secondFactor: e.WAYMARK_SECOND_FACTOR ?? !demo,
    logLevel: e.LOG_LEVEL,
  };
}
