import { Module } from '@nestjs/common';
import { ImportsModule } from '@lms/api-imports';
import { PeopleModule } from '@lms/api-people';
import { AnchorList } from './anchors/anchor-list.js';
import { AnchorsController } from './anchors/anchors.controller.js';
import { KeepDailyAnchor } from './anchors/keep-daily-anchor.js';
import { ReadAnchors } from './anchors/read-anchors.js';
import { SigningKey } from './anchors/signing-key.js';
import { CertificatesController } from './certificates/certificates.controller.js';
import { CheckCertificate } from './certificates/check-certificate.js';
import { CheckLimits } from './certificates/check-limits.js';
import { GetCertificate } from './certificates/get-certificate.js';
import { CorrectionsController } from './corrections/corrections.controller.js';
import { GetEntry } from './corrections/get-entry.js';
import { ListRecorded } from './corrections/list-recorded.js';
import { RecordCompletion } from './corrections/record-completion.js';
import { RecordedList } from './corrections/recorded-list.js';
import { RecordedController } from './corrections/recorded.controller.js';
import { TakeBack } from './corrections/take-back.js';
import { EquivalencePreviewsController } from './equivalences/equivalence-previews.controller.js';
import { EquivalencesController } from './equivalences/equivalences.controller.js';
import { EQUIVALENCE_PROVIDERS } from './equivalences/equivalences.providers.js';
import { PackSeals } from './exports/pack-seals.js';
import { GetRecordFile } from './exports/record-file.js';
import { CompletionKind } from './imports/completion-kind.js';
import { RecordFileController } from './exports/record-file.controller.js';
import { ListOutside } from './outside/list-outside.js';
import { OutsideAwards } from './outside/outside-awards.js';
import { OutsideController } from './outside/outside.controller.js';
import { RecordsFacade } from './records.facade.js';

/** The record itself is appended to by SQL functions, inside the statement that completes something. */
@Module({
  imports: [ImportsModule, PeopleModule],
  controllers: [
    CorrectionsController,
    RecordedController,
    CertificatesController,
    AnchorsController,
    RecordFileController,
    OutsideController,
    EquivalencesController,
    EquivalencePreviewsController,
  ],
  providers: [
    CompletionKind,
    GetEntry,
    AnchorList,
    ListRecorded,
    RecordedList,
    TakeBack,
    RecordCompletion,
    CheckCertificate,
    CheckLimits,
    GetCertificate,
    SigningKey,
    KeepDailyAnchor,
    ReadAnchors,
    GetRecordFile,
    PackSeals,
    RecordsFacade,
    OutsideAwards,
    ListOutside,
    ...EQUIVALENCE_PROVIDERS,
  ],
  exports: [RecordsFacade],
})
export class RecordsModule {}
