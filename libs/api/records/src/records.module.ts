import { Module } from '@nestjs/common';

/** The record itself is appended to by SQL functions, inside the statement that completes something. */
@Module({})
export class RecordsModule {}
