import { RecordsModule } from '@lms/api-records';
import { StandingModule } from '@lms/api-standing';
import { Module } from '@nestjs/common';
import { DecideErasure } from './erasure/decide-erasure.js';
import { ErasuresController } from './erasure/erasures.controller.js';
import { ForgetFiles } from './erasure/forget-files.js';
import { PreviewErasure } from './erasure/preview-erasure.js';
import { ProposeErasure } from './erasure/propose-erasure.js';
import { ReadErasures } from './erasure/read-erasures.js';
import { LegalHolds } from './holds/legal-holds.js';
import { LegalHoldsController } from './holds/legal-holds.controller.js';
import { PrivacyLists } from './lists/privacy-lists.js';
import { AskForData } from './requests/ask-for-data.js';
import { DataEntries } from './requests/data-entries.js';
import { DataRequestsController } from './requests/data-requests.controller.js';
import { EndDataFiles } from './requests/end-data-files.js';
import { ListRequests } from './requests/list-requests.js';
import { MakeDataFile } from './requests/make-data-file.js';
import { OpenDataFile } from './requests/open-data-file.js';
import { ClearByRetention } from './retention/clear-by-retention.js';
import { ListDue } from './retention/list-due.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionSettings } from './retention/retention-settings.js';

@Module({
  imports: [RecordsModule, StandingModule],
  controllers: [ErasuresController, DataRequestsController, LegalHoldsController, RetentionController],
  providers: [
    AskForData,
    ClearByRetention,
    DataEntries,
    DecideErasure,
    EndDataFiles,
    ForgetFiles,
    LegalHolds,
    ListDue,
    ListRequests,
    MakeDataFile,
    OpenDataFile,
    PreviewErasure,
    PrivacyLists,
    ProposeErasure,
    ReadErasures,
    RetentionSettings,
  ],
})
export class PrivacyModule {}
