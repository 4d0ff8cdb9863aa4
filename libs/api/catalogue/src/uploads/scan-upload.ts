import { MalwareScanner, Storage } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { PackageRefusal, quoted } from '../packages/package-refusal.js';

/** How ClamAV names a file that it does not look at because of a limit of its own. */
const NOT_LOOKED_AT = /^Heuristics\.(?:Limits\.Exceeded|Encrypted)/;

/** Before anything looks into a file: whether it holds malware. */
@Injectable()
export class ScanUpload {
  constructor(
    private readonly scanner: MalwareScanner,
    private readonly storage: Storage,
  ) {}

  /** Refusals: `malware`, `not-scanned`. Throws ScannerUnavailable while there is no verdict. */
  async run(sha256: string, signal: AbortSignal): Promise<void> {
    if (!this.scanner.isOn) return;
    const found = await this.scanner.scan(this.storage.open(sha256), signal);
    if (found === null) return;
    if (NOT_LOOKED_AT.test(found)) {
      throw new PackageRefusal(
        'not-scanned',
        'The malware scan could not look into the whole file, so it was not kept. Make the file smaller, or ask whoever runs Waymark to raise the scanner’s limits.',
        found,
      );
    }
    throw new PackageRefusal('malware', `The malware scan found ${quoted(found)} in this file. It was not kept.`);
  }
}
