import { Injectable } from '@nestjs/common';
import { Clock, NotFound, Sql } from '@lms/api-platform';
import type { PublicCertificate } from '@lms/contracts';
import { readCertificateCode } from '@lms/domain';
import { PUBLIC_CERTIFICATE } from './certificate.sql.js';
import { CheckLimits } from './check-limits.js';

/** Says to anybody whether a certificate is what it claims to be. */
@Injectable()
export class CheckCertificate {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly limits: CheckLimits,
  ) {}

  async run(typed: string, address: string): Promise<PublicCertificate> {
    await this.limits.count(address);
    const code = readCertificateCode(typed);
    const found =
      code &&
      (await this.sql.row<PublicCertificate>('public-certificate', PUBLIC_CERTIFICATE, [code, this.clock.today()]));
    if (!found) throw new NotFound('No certificate has this serial.');
    return found;
  }
}
