import { createInterface } from 'node:readline';
import { PackManifest, RecordFile } from '@lms/contracts';
import { canonicalise, type JsonValue } from '@lms/domain';
import { isSigned } from '../anchors/signing-key.js';
import { PACK_FORMAT } from '../exports/pack-format.js';
import { type OpenZip, openZip, readOne } from './open-zip.js';
import { type ReadAnchor, readAnchor } from './read-anchor.js';
import { verifyRecord } from './verify-files.js';

const MANIFEST = 'manifest.json';
const ANCHOR = 'anchor.jsonl';
const RECORD = /^records\/([^/]+)\.json$/;

/** What came of looking at one pack. */
export interface PackVerdict {
  /** Null where not even that can be read. */
  manifest: PackManifest['manifest'] | null;
  /** Chains that were followed. */
  records: number;
  /** What is wrong with the first file that is, each a sentence; none when all is well. */
  faults: string[];
  /** How many other files are wrong. */
  more: number;
}

interface Wrong {
  file: string;
  faults: string[];
}

/**
 * Verifies a pack without asking anybody: its manifest and who signed it, that each file is there, is what was signed and
 * that there is no other, and each record in it as {@link verifyRecord} does, beside the anchor of the pack. With a key,
 * everything must be signed by that one.
 */
export async function verifyPack(file: string, publicKey: string | null): Promise<PackVerdict> {
  const zip = await openZip(file).catch(() => null);
  if (!zip) return noPack('It is no ZIP that can be read: it was changed, or did not arrive whole.');
  try {
    return await verifyOpened(zip, publicKey);
  } finally {
    zip.close();
  }
}

const noPack = (fault: string): PackVerdict => ({ manifest: null, records: 0, faults: [fault], more: 0 });

async function verifyOpened(zip: OpenZip, publicKey: string | null): Promise<PackVerdict> {
  const read = zip.names.includes(MANIFEST) ? await readOne(zip, MANIFEST, true) : null;
  const sealed = read && PackManifest.safeParse(parsed(read.text)).data;
  if (!sealed) return noPack(`There is no ${MANIFEST} in it that can be read.`);
  const { manifest, signature } = sealed;
  const wrong: Wrong[] = [];
  const text = `${PACK_FORMAT}\n${canonicalise(manifest as unknown as JsonValue)}`;
  const key = publicKey ?? manifest.publicKey;
  if (!isSigned(text, signature, key))
    wrong.push({ file: MANIFEST, faults: ['its signature is not right: it was changed, or somebody else signed it.'] });
  for (const name of zip.twice) wrong.push({ file: name, faults: ['it is in there more than once.'] });
  const anchor = await anchorIn(zip, manifest, publicKey);
  let records = 0;
  for (const each of manifest.files) {
    const faults = await faultsOf(zip, each, anchor, key);
    if (RECORD.test(each.name)) records += 1;
    if (faults.length > 0) wrong.push({ file: each.name, faults });
  }
  const signed = new Set([MANIFEST, ...manifest.files.map(({ name }) => name)]);
  for (const name of zip.names) if (!signed.has(name)) wrong.push({ file: name, faults: ['it was added afterwards.'] });
  const [first, ...others] = wrong;
  return {
    ...{ manifest, records, more: new Set(others.map((one) => one.file)).size },
    faults: first ? first.faults.map((fault) => `${first.file}: ${fault}`) : [],
  };
}

async function faultsOf(
  zip: OpenZip,
  { name, size, sha256 }: PackManifest['manifest']['files'][number],
  anchor: ReadAnchor | null,
  publicKey: string,
): Promise<string[]> {
  const there = zip.size(name);
  if (there === undefined) return ['it is missing.'];
  const isRecord = RECORD.test(name);
  const read = await readOne(zip, name, isRecord);
  if (!read) return ['it cannot be read: it was changed, or did not arrive whole.'];
  const faults = there === size && read.sha256 === sha256 ? [] : ['it is not what was signed.'];
  if (name === ANCHOR) return [...faults, ...(anchor ? anchor.faults : ['it is no anchor.'])];
  if (!isRecord) return faults;
  const record = RecordFile.safeParse(parsed(read.text)).data;
  if (!record) return [...faults, 'it is no record.'];
  const other = record.record.person.id === RECORD.exec(name)?.[1] ? [] : ["it is somebody else's record."];
  return [...faults, ...other, ...verifyRecord(record, anchor ? [anchor] : [], publicKey).faults];
}

/** What the anchor says of the people in the pack; null without one that can be read. Its bytes are under the seal. */
async function anchorIn(
  zip: OpenZip,
  { files }: PackManifest['manifest'],
  publicKey: string | null,
): Promise<ReadAnchor | null> {
  if (!zip.names.includes(ANCHOR)) return null;
  const people = new Set(files.flatMap(({ name }) => RECORD.exec(name)?.[1] ?? []));
  try {
    const lines = createInterface({ input: await zip.open(ANCHOR), crlfDelay: Infinity });
    return await readAnchor(lines, people, publicKey);
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
