export { RecordsModule } from './records.module.js';
export { checkRecords, type RecordsVerdict } from './check/check-records.js';
