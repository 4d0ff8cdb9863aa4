import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from './configuration.js';
import { WrongSetting } from './wrong-setting.js';

const read = (more: Record<string, string>) =>
  readConfiguration({ DATABASE_URL: 'postgres://owner:pw@127.0.0.1:5432/waymark', ...more });

describe('settings of an S3-compatible store', () => {
  it('are none where nothing is said', () => {
    expect(read({}).s3).toBeUndefined();
  });

  it('need no more than a bucket', () => {
    expect(read({ WAYMARK_S3_BUCKET: 'waymark' }).s3).toEqual({
      bucket: 'waymark',
      endpoint: undefined,
      region: 'us-east-1',
      keys: undefined,
    });
  });

  it('say all there is to say of another maker’s', () => {
    const settings = {
      WAYMARK_S3_BUCKET: 'waymark',
      WAYMARK_S3_ENDPOINT: 'https://files.example.org',
      WAYMARK_S3_REGION: 'eu-west-2',
      WAYMARK_S3_ACCESS_KEY: 'a',
      WAYMARK_S3_SECRET_KEY: 'b',
    };
    expect(read(settings).s3).toEqual({
      bucket: 'waymark',
      endpoint: 'https://files.example.org',
      region: 'eu-west-2',
      keys: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ WAYMARK_S3_REGION: 'x' }, /^WAYMARK_S3_BUCKET is missing: WAYMARK_S3_REGION is set/],
    [{ WAYMARK_S3_BUCKET: 'waymark', WAYMARK_S3_ACCESS_KEY: 'a' }, /^WAYMARK_S3_SECRET_KEY is missing/],
    [{ WAYMARK_S3_BUCKET: 'waymark', WAYMARK_S3_SECRET_KEY: 'a' }, /^WAYMARK_S3_ACCESS_KEY is missing/],
    [
      { WAYMARK_S3_BUCKET: 'waymark', WAYMARK_S3_ENDPOINT: 'files.example' },
      /^WAYMARK_S3_ENDPOINT is "files\.example"/,
    ],
    [{ WAYMARK_S3_BUCKET: 'x' }, /^WAYMARK_S3_BUCKET is "x"/],
  ])('are refused in a sentence when they do not fit: %j', (settings, sentence) => {
    expect(() => read(settings)).toThrow(sentence);
    expect(() => read(settings)).toThrow(WrongSetting);
  });
});

describe('where clamd listens', () => {
  it.each([
    ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['[::1]:3310', { host: '::1', port: 3310 }],
    ['scanner.example.org:1', { host: 'scanner.example.org', port: 1 }],
    ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ])('is read from %s', (value, address) => {
    expect(read({ WAYMARK_CLAMD: value }).clamd).toEqual(address);
  });

  it.each(['clamd', 'host:0', 'host:70000', 'http://host:3310', 'a b:3310'])('is refused: %s', (value) => {
    expect(() => read({ WAYMARK_CLAMD: value })).toThrow(/^WAYMARK_CLAMD is ".*": Give host and port/);
  });
});
