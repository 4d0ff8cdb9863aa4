import { PackageRefusal } from './package-refusal.js';

/**
 * Text from the bytes of an XML document, as XML 1.0 appendix F detects it: a byte order mark, else the shape of the
 * first two characters, else the encoding that the XML declaration names, else UTF-8. Refusal: `manifest-encoding`.
 */
export function decodeXml(bytes: Uint8Array): string {
  const label = encodingOf(bytes);
  try {
    // The decoder takes the byte order mark away.
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new PackageRefusal(
      'manifest-encoding',
      'The package’s list of contents, imsmanifest.xml, cannot be read: its characters are not in the encoding it names.',
      `Encoding: ${label.slice(0, 40)}`,
    );
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // Who could read these words one byte at a time was not reading UTF-16, whatever they say.
  return /^(utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/.test(declared) ? 'utf-8' : declared;
}
