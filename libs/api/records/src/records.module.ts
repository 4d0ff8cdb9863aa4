import { Module } from '@nestjs/common';
import { PeopleModule } from '@lms/api-people';
import { CertificatesController } from './certificates/certificates.controller.js';
import { CheckCertificate } from './certificates/check-certificate.js';
import { CheckLimits } from './certificates/check-limits.js';
import { GetCertificate } from './certificates/get-certificate.js';
import { CorrectionsController } from './corrections/corrections.controller.js';
import { RecordCompletion } from './corrections/record-completion.js';
import { TakeBack } from './corrections/take-back.js';

/** The record itself is appended to by SQL functions, inside the statement that completes something. */
@Module({
  imports: [PeopleModule],
  controllers: [CorrectionsController, CertificatesController],
  providers: [TakeBack, RecordCompletion, CheckCertificate, CheckLimits, GetCertificate],
})
export class RecordsModule {}
