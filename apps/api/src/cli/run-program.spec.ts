import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readConfiguration } from '@lms/api-platform';
import { Command } from 'commander';
import { Differences } from './differences.js';
import { buildProgram } from './program.js';
import { Refusal } from './refusal.js';
import { runProgram } from './run-program.js';

describe('runProgram', () => {
  let said: string;
  beforeEach(() => {
    said = '';
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const failing = (error?: Error): Command =>
    new Command('lms').exitOverride().action(() => {
      if (error) throw error;
    });

  it('answers 0 for what was done', async () => {
    expect(await runProgram(failing(), [])).toBe(0);
  });
  it('answers 1 and the sentence for a refusal', async () => {
    expect(await runProgram(failing(new Refusal('Not like this.')), [])).toBe(1);
    expect(said).toBe('Not like this.\n');
  });
  it('answers 1 and adds nothing to differences that were named', async () => {
    expect(await runProgram(failing(new Differences()), [])).toBe(1);
    expect(said).toBe('');
  });
  it('answers 1 and no stack for what nobody foresaw', async () => {
    expect(await runProgram(failing(new Error('boom')), [])).toBe(1);
    expect(said).toBe('Something went wrong: boom.\n');
  });
  it('says that a database cannot be reached', async () => {
    const inner = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
    expect(await runProgram(failing(new AggregateError([inner])), [])).toBe(1);
    expect(said).toContain('cannot be reached (ECONNREFUSED)');
  });

  const io = { configuration: () => readConfiguration({}), print: () => undefined, progress: () => undefined };
  it.each([['nonsense'], ['backup'], ['check', '--loudly'], ['admin:create', '--email', 'a@b.example']])(
    'answers 2 for %s, which it does not understand',
    async (...args: string[]) => {
      expect(await runProgram(buildProgram(io), args)).toBe(2);
      expect(said).not.toBe('');
    },
  );
  it('answers 2 for settings that cannot be used', async () => {
    expect(await runProgram(buildProgram(io), ['check'])).toBe(2);
    expect(said).toContain('DATABASE_URL is missing');
  });
  it('answers 0 for a question about itself', async () => {
    expect(await runProgram(buildProgram(io), ['--help'])).toBe(0);
  });
});
