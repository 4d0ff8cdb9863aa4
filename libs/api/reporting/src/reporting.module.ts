import { Module } from '@nestjs/common';
import { GetMatrix } from './matrix/get-matrix.js';
import { MatrixController } from './matrix/matrix.controller.js';

@Module({ controllers: [MatrixController], providers: [GetMatrix] })
export class ReportingModule {}
