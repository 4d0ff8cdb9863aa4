import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { AuditChoices, AuditEntry, AuditPage, AuditParams, AuditQuery } from '@lms/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { GetAudit } from './get-audit.js';

@Controller('audit-events')
export class AuditController {
  constructor(private readonly audit: GetAudit) {}

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

  @Get(':id')
  @Access('audit.read')
  @Answers(AuditEntry)
  entry(@Context() ctx: Ctx, @Param({ schema: AuditParams }) { id }: { id: string }): Promise<AuditEntry> {
    return this.audit.entry(ctx, id);
  }
}
