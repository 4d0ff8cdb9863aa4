export { anchorLines, type AnchorTotals } from './anchors/anchor-lines.js';
export { WELL_KNOWN_KEY } from './anchors/anchors.controller.js';
export { KeepDailyAnchor } from './anchors/keep-daily-anchor.js';
export { SigningKey } from './anchors/signing-key.js';
export { RecordsFacade } from './records.facade.js';
export { RecordsModule } from './records.module.js';
export { checkRecords, type RecordsVerdict } from './check/check-records.js';
export { type ReadAnchor, readAnchor } from './verify/read-anchor.js';
export { type FileVerdict, verifyRecord } from './verify/verify-files.js';
