import { Invalid, violates } from '@lms/api-platform';

/** Says at the field what the database's unique index has refused; any other error stays as it is. */
export function explainOrganisationName(error: unknown): unknown {
  if (!violates(error, 'organisation_name_key')) return error;
  return new Invalid([{ path: 'name', message: 'Another organisation has this name already.' }]);
}
