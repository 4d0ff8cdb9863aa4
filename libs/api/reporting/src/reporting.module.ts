import { Module } from '@nestjs/common';
import { AuditCsv } from './audit/audit-csv.js';
import { AuditController } from './audit/audit.controller.js';
import { GetAudit } from './audit/get-audit.js';
import { GetMatrix } from './matrix/get-matrix.js';
import { MatrixCsv } from './matrix/matrix-csv.js';
import { MatrixController } from './matrix/matrix.controller.js';

@Module({ controllers: [MatrixController, AuditController], providers: [GetMatrix, MatrixCsv, GetAudit, AuditCsv] })
export class ReportingModule {}
