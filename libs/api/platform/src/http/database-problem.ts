import { Conflict, ProblemError } from './problem.js';

interface DatabaseError {
  code: string;
  constraint?: string;
}

/** SQLSTATE of a PostgreSQL error, wherever TypeORM put it. */
export function databaseErrorOf(error: unknown): DatabaseError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('driverError' in error) return databaseErrorOf(error.driverError);
  if ('severity' in error && 'code' in error && typeof error.code === 'string') {
    const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
    return { code: error.code, constraint };
  }
  return undefined;
}

/** Was it this unique index or constraint that refused? */
export function violates(error: unknown, constraint: string): boolean {
  return databaseErrorOf(error)?.constraint === constraint;
}

/** What the database refuses because of what a client sent is the client's to know, never a 500. */
export function problemOfDatabaseError(error: unknown): ProblemError | undefined {
  const found = databaseErrorOf(error);
  switch (found?.code) {
    case '23505':
      return new Conflict('already-exists', 'There is one like this already.');
    case '23503':
      return new Conflict('refers-to-nothing', 'This refers to something that is not there.');
    case '23514':
    case '23502':
      return new Conflict('does-not-fit', 'These values do not fit together.');
    case '22P02':
    case '22P05':
    case '22021':
    case '22007':
    case '22008':
    case '22003':
    case '22001':
      return new ProblemError(400, 'bad-request', 'A value could not be understood.');
    case '40001':
    case '40P01':
      return new Conflict('try-again', 'Somebody changed the same thing at the same moment. Try again.');
    case 'LM001':
      return new Conflict('published-stays', 'A published version stays as it is. Start a new version to change it.');
    default:
      return undefined;
  }
}
