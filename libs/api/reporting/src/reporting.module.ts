import { Module } from '@nestjs/common';
import { GetMatrix } from './matrix/get-matrix.js';
import { MatrixCsv } from './matrix/matrix-csv.js';
import { MatrixController } from './matrix/matrix.controller.js';

@Module({ controllers: [MatrixController], providers: [GetMatrix, MatrixCsv] })
export class ReportingModule {}
