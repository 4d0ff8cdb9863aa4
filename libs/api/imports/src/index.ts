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
