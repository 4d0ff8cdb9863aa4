import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { AuditChoices, AuditEntry, AuditFilter, AuditPage, AuditParams, AuditQuery } from '@lms/contracts';
import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { AuditCsv } from './audit-csv.js';
import { GetAudit } from './get-audit.js';

@Controller('audit-events')
export class AuditController {
  constructor(
    private readonly audit: GetAudit,
    private readonly csv: AuditCsv,
  ) {}

  @Get()
  @Access('audit.read')
  @Answers(AuditPage)
  page(@Context() ctx: Ctx, @Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditPage> {
    return this.audit.page(ctx, query);
  }

  @Get('choices')
  @Access('audit.read')
  @Answers(AuditChoices)
  choices(): Promise<AuditChoices> {
    return this.audit.choices();
  }

  @Get('log.csv')
  @Access('audit.read')
  @Answers('file')
  @Header('content-disposition', 'attachment; filename="audit-log.csv"')
  file(@Context() ctx: Ctx, @Query({ schema: AuditFilter }) filter: AuditFilter): StreamableFile {
    return new StreamableFile(this.csv.run(ctx, filter), { type: 'text/csv; charset=utf-8' });
  }

  @Get(':id')
  @Access('audit.read')
  @Answers(AuditEntry)
  entry(@Context() ctx: Ctx, @Param({ schema: AuditParams }) { id }: { id: string }): Promise<AuditEntry> {
    return this.audit.entry(ctx, id);
  }
}
