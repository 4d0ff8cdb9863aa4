import { Module } from '@nestjs/common';
import { PeopleModule } from '@lms/api-people';
import { AnchorsController } from './anchors/anchors.controller.js';
import { KeepDailyAnchor } from './anchors/keep-daily-anchor.js';
import { ReadAnchors } from './anchors/read-anchors.js';
import { SigningKey } from './anchors/signing-key.js';
import { CertificatesController } from './certificates/certificates.controller.js';
import { CheckCertificate } from './certificates/check-certificate.js';
import { CheckLimits } from './certificates/check-limits.js';
import { GetCertificate } from './certificates/get-certificate.js';
import { CorrectionsController } from './corrections/corrections.controller.js';
import { RecordCompletion } from './corrections/record-completion.js';
import { TakeBack } from './corrections/take-back.js';

import { GetRecordFile } from './exports/record-file.js';
import { RecordsFacade } from './records.facade.js';
import { RecordFileController } from './exports/record-file.controller.js';

/** The record itself is appended to by SQL functions, inside the statement that completes something. */
@Module({
  imports: [PeopleModule],
  controllers: [CorrectionsController, CertificatesController, AnchorsController, RecordFileController],
  providers: [
    TakeBack,
    RecordCompletion,
    CheckCertificate,
    CheckLimits,
    GetCertificate,
    SigningKey,
    KeepDailyAnchor,
    ReadAnchors,
    GetRecordFile,
    RecordsFacade,
  ],
  exports: [RecordsFacade],
})
export class RecordsModule {}
