import { WrongSetting } from '@lms/api-platform';
import { Refusal } from './refusal.js';

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P03',
  '3D000',
  '28P01',
]);

/** What is said about an error that ended a command; never a stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof WrongSetting) return error.message;
  const code = codeOf(error);
  if (code !== undefined && UNREACHABLE.has(code)) {
    return `The database cannot be reached (${code}). Check DATABASE_URL, and that PostgreSQL is running.`;
  }
  if (code === 'ENOSPC') return 'There is no room left on the disk.';
  const said = error instanceof Error ? error.message : String(error);
  return `Something went wrong: ${said || code || 'nothing more is known'}.`.replace(/\.\.$/, '.');
}

/** Node hides the code of a refused connection to several addresses inside. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}
