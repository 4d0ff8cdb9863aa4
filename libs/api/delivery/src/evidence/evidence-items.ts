import { Injectable } from '@nestjs/common';
import type { Ctx } from '@lms/api-platform';
import type { EvidenceFile, EvidenceItem, EvidenceState } from '@lms/contracts';
import { ProofTokens } from '../proofs/proof-tokens.js';

/** A submission `s` with its file, its sender and its check: what {@link EvidenceItems} reads. */
export const ITEM_COLUMNS = `
  s.id, s.state, s.issuer, s.number, s.issued_on::text as "issuedOn", s.expires_on::text as "expiresOn",
  s.submitted_at as "submittedAt", concat_ws(' ', sender.given_name, sender.family_name) as "submittedByName",
  f.name as "fileName", f.sha256, f.size::float8 as "fileSize", f.media_type as "mediaType",
  k.checked_at as "checkedAt", concat_ws(' ', checker.given_name, checker.family_name) as "checkedByName", k.note,
  k.issued_on::text as "checkedIssuedOn", k.expires_on::text as "checkedExpiresOn"`;

export const ITEM_JOINS = `
  join person sender on sender.id = s.submitted_by
  left join evidence_file f on f.id = s.file_id
  left join evidence_check k on k.id = s.id
  left join person checker on checker.id = k.checked_by`;

export interface ItemRow {
  id: string;
  state: EvidenceState;
  issuer: string;
  number: string;
  issuedOn: string;
  expiresOn: string | null;
  submittedAt: Date;
  submittedByName: string;
  fileName: string | null;
  sha256: string | null;
  fileSize: number | null;
  mediaType: EvidenceFile['mediaType'] | null;
  checkedAt: Date | null;
  checkedByName: string;
  note: string | null;
  checkedIssuedOn: string | null;
  checkedExpiresOn: string | null;
}

/** Rows as the contract wants them; files get an address that their reader can open for a while. */
@Injectable()
export class EvidenceItems {
  constructor(private readonly tokens: ProofTokens) {}

  /** Only for submissions that the actor was found to be allowed to see. */
  of(ctx: Ctx, row: ItemRow): EvidenceItem {
    const { id, state, issuer, number, issuedOn, expiresOn, submittedByName } = row;
    return {
      ...{ id, state, issuer, number, issuedOn, expiresOn, submittedByName },
      submittedAt: row.submittedAt.toISOString(),
      file: this.fileOf(ctx, row),
      check: row.checkedAt && {
        at: row.checkedAt.toISOString(),
        byName: row.checkedByName,
        note: row.note ?? '',
        issuedOn: row.checkedIssuedOn ?? issuedOn,
        expiresOn: row.checkedExpiresOn,
      },
    };
  }

  private fileOf(ctx: Ctx, { sha256, fileName, fileSize, mediaType }: ItemRow): EvidenceFile | null {
    if (!sha256 || !mediaType) return null;
    const file = { name: fileName ?? '', mediaType, size: fileSize ?? 0 };
    return { ...file, address: this.tokens.addressFor(ctx, { ...file, sha256 }) };
  }
}
