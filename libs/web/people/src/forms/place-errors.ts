import { ApiProblem, problemText } from '@lms/web-platform';

export interface PlacedErrors {
  /** The sentence of each field of the form, by its path. */
  fields: Record<string, string>;
  /** What belongs to no field of the form. */
  general: string[];
}

const has = (values: unknown, path: readonly string[]): boolean => {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  return typeof values === 'object' && values !== null && name in values
    ? has((values as Record<string, unknown>)[name], rest)
    : false;
};

/** The longest beginning of a path that the form has: `schemeIds.0` stands at `schemeIds`. */
function placeOf(path: string, values: object): string | null {
  const parts = path.split('.');
  while (parts.length > 0 && (/^\d+$/.test(parts.at(-1) ?? '') || !has(values, parts))) parts.pop();
  return parts.length > 0 ? parts.join('.') : null;
}

/** Puts what the API refused at the fields of the form that has these values. */
export function placeErrors(error: unknown, values: object): PlacedErrors {
  if (!(error instanceof ApiProblem) || error.fields.length === 0) return { fields: {}, general: [problemText(error)] };
  const placed: PlacedErrors = { fields: {}, general: [] };
  for (const { path, message } of error.fields) {
    const place = placeOf(path, values);
    if (place === null) placed.general.push(message);
    else placed.fields[place] ??= message;
  }
  return placed;
}
