import { PackageRefusal, quoted } from './package-refusal.js';
import { childOf } from './xml-document.js';
import type { XmlDocument } from './xml-document.js';

export interface ScormEdition {
  standard: 'scorm12' | 'scorm2004';
  /** `1.2`, `2004 2nd edition`, `2004 3rd edition`, `2004 4th edition`, or `2004` where the manifest does not tell. */
  edition: string;
}

const BY_VERSION: readonly [RegExp, ScormEdition][] = [
  [/^1\.2$/, { standard: 'scorm12', edition: '1.2' }],
  [/^(cam )?1\.3(\.\d)?$/, { standard: 'scorm2004', edition: '2004 2nd edition' }],
  [/^2004 2nd edition$/, { standard: 'scorm2004', edition: '2004 2nd edition' }],
  [/^2004 3rd edition$/, { standard: 'scorm2004', edition: '2004 3rd edition' }],
  [/^2004 4th edition$/, { standard: 'scorm2004', edition: '2004 4th edition' }],
  [/^2004\b/, { standard: 'scorm2004', edition: '2004' }],
];

/**
 * Which SCORM a manifest is written for: by its schema version, else by the namespace of its ADL extensions.
 * Refusal: `not-scorm`.
 */
export function editionOf({ root, namespaces }: XmlDocument): ScormEdition {
  const metadata = childOf(root, 'metadata');
  const schema = childOf(metadata, 'schema')?.text ?? '';
  const version = childOf(metadata, 'schemaversion')?.text.replace(/\s+/g, ' ').toLowerCase() ?? '';
  const declared = [...namespaces].map((namespace) => namespace.toLowerCase());
  const has = (part: string) => declared.some((namespace) => namespace.includes(part));
  const named = BY_VERSION.find(([pattern]) => pattern.test(version))?.[1];
  // "1.2" is also a version of other schemas, so it counts only beside ADL's name or namespace.
  if (named && (/scorm/i.test(schema) || has('adlcp_') || has('adlnet.org'))) return named;
  if (has('adlcp_rootv1p2')) return { standard: 'scorm12', edition: '1.2' };
  if (has('adlcp_v1p3') || has('adlseq_v1p3') || has('adlnav_v1p3')) return { standard: 'scorm2004', edition: '2004' };
  const given = [schema, version].filter((part) => part !== '').join(' ');
  throw new PackageRefusal(
    'not-scorm',
    `The package does not say that it is SCORM 1.2 or SCORM 2004, the kinds that are accepted${
      given === '' ? '' : `; it says ${quoted(given)}`
    }.`,
  );
}
