import { Invalid, violates } from '@lms/api-platform';

/** Says at the field what the database's unique index has refused; any other error stays as it is. */
export function explainPathCode(error: unknown): unknown {
  if (!violates(error, 'learning_path_code_key')) return error;
  return new Invalid([{ path: 'code', message: 'Another path has this code already.' }]);
}
