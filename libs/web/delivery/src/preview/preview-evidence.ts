import type {
  Created,
  EvidenceItem,
  EvidenceStatus,
  OpenedActivity,
  StoredEvidenceFile,
  SubmitEvidenceRequest,
} from '@lms/contracts';
import { ApiProblem } from '@lms/web-platform';

/** Evidence that nobody checks: what is sent is shown as waiting, and a file stays in the browser's memory. */
export class PreviewEvidence {
  private readonly files = new Map<string, EvidenceItem['file']>();
  private readonly sent = new Map<string, EvidenceItem[]>();

  status(personId: string, opened: OpenedActivity): EvidenceStatus {
    const { activityId, title, courseId, courseTitle, settings } = opened;
    if (settings?.kind !== 'evidence') throw new ApiProblem({ status: 404, code: 'not-found', detail: '' });
    return {
      personId,
      name: '',
      activityId,
      activityTitle: title,
      courseId,
      courseTitle,
      settings,
      validityMonths: null,
      items: this.sent.get(activityId) ?? [],
      done: false,
      courseDone: false,
    };
  }

  keepFile(id: string, body: unknown): StoredEvidenceFile {
    const file = body instanceof Blob ? body : new Blob([]);
    const name = body instanceof File ? body.name : '';
    const mediaType = file.type === 'application/pdf' ? file.type : 'image/jpeg';
    this.files.set(id, { name, mediaType, size: file.size, address: URL.createObjectURL(file) });
    return { id, name, mediaType, size: file.size };
  }

  submit(body: unknown): Created {
    const request = body as SubmitEvidenceRequest;
    const { id, activityId, issuer, number, issuedOn, expiresOn, fileId } = request;
    const item: EvidenceItem = {
      id,
      state: 'waiting',
      issuer,
      number,
      issuedOn,
      expiresOn,
      file: fileId === null ? null : (this.files.get(fileId) ?? null),
      submittedAt: new Date().toISOString(),
      submittedByName: '',
      check: null,
    };
    this.sent.set(activityId, [item, ...(this.sent.get(activityId) ?? [])]);
    return { id };
  }
}
