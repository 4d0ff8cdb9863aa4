import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { ApplySupplierRequest, InviteSupplierRequest, SupplierInvited, SupplierPreview } from '@lms/contracts';
import { Body, Controller, Post } from '@nestjs/common';
import { InviteSupplier } from './invite-supplier.js';

@Controller('suppliers')
export class SuppliersController {
  constructor(private readonly suppliers: InviteSupplier) {}

  @Post('preview')
  @Access('organisations.write')
  @Answers(SupplierPreview)
  previewSupplier(
    @Context() ctx: Ctx,
    @Body({ schema: InviteSupplierRequest }) body: InviteSupplierRequest,
  ): Promise<SupplierPreview> {
    return this.suppliers.preview(ctx, body);
  }

  @Post()
  @Access('organisations.write')
  @Answers(SupplierInvited)
  inviteSupplier(
    @Context() ctx: Ctx,
    @Body({ schema: ApplySupplierRequest }) body: ApplySupplierRequest,
  ): Promise<SupplierInvited> {
    return this.suppliers.run(ctx, body);
  }
}
