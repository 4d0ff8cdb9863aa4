import { HttpException } from '@nestjs/common';

export interface ProblemField {
  path: string;
  message: string;
}

/** An answer that is not what was asked for (RFC 9457): a stable code for programs, a sentence for people. */
export class ProblemError extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    readonly sentence: string,
    readonly fields?: ProblemField[],
    readonly headers?: Record<string, string>,
  ) {
    super(sentence, status);
  }
}

/** Outside one's scope and not there at all read the same. */
export class NotFound extends ProblemError {
  constructor(sentence = 'There is nothing here that you can see.') {
    super(404, 'not-found', sentence);
  }
}

export class SignedOut extends ProblemError {
  constructor() {
    super(401, 'signed-out', 'You are signed out. Sign in to go on.');
  }
}

export class Forbidden extends ProblemError {
  constructor(code = 'not-allowed', sentence = 'You do not have permission to do this.') {
    super(403, code, sentence);
  }
}

/** What was asked does not fit what stands; nothing was changed. */
export class Conflict extends ProblemError {
  constructor(code: string, sentence: string, fields?: ProblemField[]) {
    super(409, code, sentence, fields);
  }
}

/** The request is well formed but a field has a value that cannot be used. */
export class Invalid extends ProblemError {
  constructor(fields: ProblemField[], sentence = 'Some fields need another value.') {
    super(422, 'invalid', sentence, fields);
  }
}

/** Somebody else saved first (If-Match did not match). */
export class ChangedMeanwhile extends ProblemError {
  constructor() {
    super(
      412,
      'changed-meanwhile',
      'Somebody else changed this while you were editing. Nothing of theirs was overwritten.',
    );
  }
}
