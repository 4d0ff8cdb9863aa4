import { Invalid, violates } from '@lms/api-platform';

/** Says at the field what the database's unique index has refused; any other error stays as it is. */
export function explainCourseCode(error: unknown): unknown {
  if (!violates(error, 'course_code_key')) return error;
  return new Invalid([{ path: 'code', message: 'Another course has this code already.' }]);
}
