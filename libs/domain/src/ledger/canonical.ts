import serialise from 'canonicalize';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** SHA-256 of the text's UTF-8 bytes, as 64 small hexadecimal digits. */
export type Sha256 = (utf8: string) => string;

/**
 * The one text of a JSON value (RFC 8785): keys sorted, no spaces, numbers as ECMAScript prints them. Throws for what
 * JSON cannot hold: NaN, infinities, half surrogate pairs, cycles.
 */
export const canonicalise = (value: JsonValue): string => {
  const text = serialise(value);
  if (text === undefined) throw new TypeError('Not a JSON value');
  return text;
};
