import { z } from 'zod';
import { Id, shortText } from '../shared/common.js';

export const UploadKind = z.enum(['package', 'video', 'captions', 'document', 'image', 'file']);
export type UploadKind = z.infer<typeof UploadKind>;
/** Sent in the query; the body is the file itself as `application/octet-stream`. */
export const UploadQuery = z.strictObject({ kind: UploadKind, name: shortText(240) });

export const Upload = z
  .object({
    id: Id,
    kind: UploadKind,
    name: z.string(),
    size: z.number().int(),
    state: z.enum(['waiting', 'processing', 'ready', 'refused']),
    /** What it waits for while it is `waiting`, besides its turn. */
    waitingFor: z.enum(['malware-scan']).nullable(),
    /** 0 to 100 while it is processed. */
    progress: z.number().int(),
    /** Why it was refused, a sentence; null otherwise. */
    refusal: z.string().nullable(),
    /** What was found inside, in words: "SCORM 1.2, 1 lesson", "2 min 4 s", "12 pages". */
    summary: z.string().nullable(),
    title: z.string().nullable(),
    activityKind: z.enum(['scorm12', 'scorm2004', 'video', 'document']).nullable(),
  })
  .meta({ id: 'Upload' });
export type Upload = z.infer<typeof Upload>;
