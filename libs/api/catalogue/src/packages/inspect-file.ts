import { fileTypeFromBuffer } from 'file-type';
import type { Storage } from '@lms/api-platform';
import { endingOf } from './document-kinds.js';
import { openStored } from './inspect-media.js';
import { PackageRefusal } from './package-refusal.js';

/** What runs when it is opened, by the end of its name. */
const RUNS = new Set(
  [
    'exe com scr msi msix msp mst bat cmd ps1 psm1 vb vbs vbe js jse mjs wsf wsh hta cpl dll sys drv lnk inf reg scf url',
    'jar jnlp apk app command sh bash zsh csh ksh run bin elf deb rpm dmg pkg iso img vhd vhdx html htm xhtml shtml mht',
    'mhtml svg svgz xml xsl xslt php asp aspx jsp py rb pl swf chm gadget application appref-ms settingcontent-ms',
    'docm dotm xlsm xltm xlam pptm potm ppsm sldm ppam',
  ].flatMap((line) => line.split(' ')),
);
const RUNNING_TYPES = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-ms-shortcut',
]);
const MARKUP =
  /^(?:\s|<!--[\s\S]*?-->|<\?xml[\s\S]*?\?>)*<(?:!doctype\s+(?:html|svg)|html|head|body|script|svg|iframe|math)\b/i;

/** Accepts what people may safely be given to keep; it is only ever offered as a download. Refusal: `file-runs`. */
export async function inspectFile(
  storage: Storage,
  sha256: string,
  name: string,
): Promise<{ mediaType: string; format: string }> {
  const reader = await openStored(storage, sha256);
  const head = await reader.read(0, 4100);
  const found = await fileTypeFromBuffer(head);
  const ending = endingOf(name);
  const text = head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  if (RUNS.has(ending) || RUNNING_TYPES.has(found?.mime ?? '') || text.startsWith('#!') || MARKUP.test(text)) {
    throw new PackageRefusal(
      'file-runs',
      'This kind of file can run a program on the device of whoever opens it, so it is not given to learners.',
    );
  }
  return {
    mediaType: found?.mime ?? 'application/octet-stream',
    format: (ending || found?.ext || 'file').toUpperCase(),
  };
}
