export { ImportsFacade } from './imports.facade.js';
export { ImportsModule } from './imports.module.js';
export type {
  AppliedRow,
  CheckedRow,
  GivenImport,
  GivenRow,
  ImportedColumn,
  ImportedKind,
  LeavingRow,
  PlannedRow,
  RowMessage,
} from './kinds/imported-kind.js';
export { StartApply } from './apply/start-apply.js';
export { StartCheck } from './check/start-check.js';
export { ReceiveImport } from './files/receive-import.js';
export { GetImport } from './read/get-import.js';
export { RunImport } from './run/run-import.js';
