import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPackage, demoFiles } from '@lms/demo';

/** The files an adviser has on their own machine. */
export async function adviserFiles(): Promise<{ scorm: string; film: string; captions: string; document: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-e2e-files-'));
  const write = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  const of = async (kind: string): Promise<Uint8Array> => {
    const found = demoFiles.find((f) => f.kind === kind);
    if (!found) throw new Error(`There is no ${kind} among the demonstration's files`);
    return found.read();
  };
  return {
    scorm: write('traffic-management.zip', buildPackage('temporary-traffic-management')),
    film: write('incursions.mp4', await of('video')),
    captions: write('incursions.vtt', await of('captions')),
    document: write('handbook.pdf', await of('document')),
  };
}
