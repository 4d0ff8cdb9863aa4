import { WrongSetting } from '@lms/api-platform';
import { type Command, CommanderError } from 'commander';
import { Differences } from './differences.js';
import { sentenceOf } from './sentence-of.js';

/**
 * Runs one command. Answers the exit code: 0 done, 1 refused, failed or found something wrong, 2 asked for in a way that
 * cannot be understood.
 */
export async function runProgram(program: Command, args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said it already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Differences) return 1;
    process.stderr.write(`${sentenceOf(error)}\n`);
    return error instanceof WrongSetting ? 2 : 1;
  }
}
