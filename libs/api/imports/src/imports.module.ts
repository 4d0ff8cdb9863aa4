import { Module } from '@nestjs/common';
import { ApplyRows } from './apply/apply-rows.js';
import { StartApply } from './apply/start-apply.js';
import { CheckRows } from './check/check-rows.js';
import { StartCheck } from './check/start-check.js';
import { Mappings } from './columns/mappings.js';
import { ReadFile } from './files/read-file.js';
import { ReceiveImport } from './files/receive-import.js';
import { ImportAidsController } from './import-aids.controller.js';
import { ImportRowsController } from './import-rows.controller.js';
import { ImportsController } from './imports.controller.js';
import { ImportsFacade } from './imports.facade.js';
import { ImportKinds } from './kinds/import-kinds.js';
import { GetImport } from './read/get-import.js';
import { ImportList } from './read/import-list.js';
import { ListImports } from './read/list-imports.js';
import { ListRows } from './read/list-rows.js';
import { GetResultFile } from './read/result-file.js';
import { GetTemplateFile } from './read/template-file.js';
import { ChooseRow } from './rows/choose-row.js';
import { SelectRows } from './rows/select-rows.js';
import { ImportsJob } from './run/imports-job.js';
import { RunImport } from './run/run-import.js';
import { ClearImports } from './upkeep/clear-imports.js';

/** Bringing in many rows at once. What can be brought in, later features say. */
@Module({
  controllers: [ImportsController, ImportRowsController, ImportAidsController],
  providers: [
    ApplyRows,
    CheckRows,
    ChooseRow,
    ClearImports,
    GetImport,
    GetResultFile,
    GetTemplateFile,
    ImportKinds,
    ImportList,
    ImportsFacade,
    ImportsJob,
    ListImports,
    ListRows,
    Mappings,
    ReadFile,
    ReceiveImport,
    RunImport,
    SelectRows,
    StartApply,
    StartCheck,
  ],
  exports: [ImportsFacade],
})
export class ImportsModule {}
