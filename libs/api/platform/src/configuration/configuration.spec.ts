import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from './configuration.js';
import { WrongSetting } from './wrong-setting.js';

const db = { DATABASE_URL: 'postgres://owner:pw@127.0.0.1:5432/waymark' };

describe('configuration', () => {
  it('has a working default for everything but the database', () => {
    const c = readConfiguration(db);
    expect(c.origin).toBe('http://waymark.localhost:3000');
    expect(c.contentOrigin).toBe('http://*.waymark.localhost:3000');
    expect(c.demo).toBe(false);
  });

  it('puts content beside the origin that is set', () => {
    const c = readConfiguration({ ...db, WAYMARK_ORIGIN: 'https://learn.example.org' });
    expect(c.contentOrigin).toBe('https://*.learn.example.org');
  });

  it('says in a sentence which setting is wrong, and never shows a secret', () => {
    expect(() => readConfiguration({ ...db, PORT: '99999' })).toThrow(/^PORT is "99999": /);
    expect(() => readConfiguration({ DATABASE_URL: 'mysql://root:hunter2@x/y' })).toThrow(WrongSetting);
    expect(() => readConfiguration({ DATABASE_URL: 'mysql://root:hunter2@x/y' })).not.toThrow(/hunter2/);
    expect(() => readConfiguration({})).toThrow(/^DATABASE_URL is missing/);
  });
});
