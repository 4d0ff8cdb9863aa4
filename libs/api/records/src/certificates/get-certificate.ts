import { Injectable } from '@nestjs/common';
import { Brands, Configuration, Conflict, type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { CertificateState } from '@lms/contracts';
import { OWN_CERTIFICATE } from './certificate.sql.js';
import { drawCertificate } from './draw-certificate.js';

interface Row {
  code: string;
  state: CertificateState;
  holderName: string;
  courseTitle: string;
  courseCode: string;
  completedOn: string;
  validUntil: string | null;
}

/** The certificate of a completion as a PDF, made when it is asked for. */
@Injectable()
export class GetCertificate {
  constructor(
    private readonly sql: Sql,
    private readonly configuration: Configuration,
    private readonly brands: Brands,
  ) {}

  async run(ctx: Ctx, personId: string, seq: number): Promise<{ name: string; bytes: Buffer }> {
    const row = await this.sql.row<Row>('own-certificate', OWN_CERTIFICATE, [
      personId,
      seq,
      ctx.today,
      ctx.actor.personId,
    ]);
    if (!row) throw new NotFound();
    if (row.state === 'revoked')
      throw new Conflict('revoked', 'This completion was taken back, and with it its certificate.');
    const bytes = await drawCertificate(
      { ...row, address: `${this.configuration.origin}/verify/${row.code}` },
      ctx.now,
      await this.brands.current(),
    );
    return { name: `certificate-${row.code}.pdf`, bytes };
  }
}
