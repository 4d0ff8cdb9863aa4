import { Controller, Get, Ip, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { CertificateParams, CompletionParams, MyCompletionParams, PublicCertificate } from '@lms/contracts';
import { CheckCertificate } from './check-certificate.js';
import { GetCertificate } from './get-certificate.js';

@Controller()
export class CertificatesController {
  constructor(
    private readonly check: CheckCertificate,
    private readonly certificate: GetCertificate,
  ) {}

  @Get('certificates/:code')
  @Access('public')
  @Answers(PublicCertificate)
  checkOne(
    @Param({ schema: CertificateParams }) { code }: { code: string },
    @Ip() address: string,
  ): Promise<PublicCertificate> {
    return this.check.run(code, address);
  }

  @Get('my/completions/:seq/certificate')
  @Access('self')
  @Answers('file')
  mine(
    @Context() ctx: Ctx,
    @Param({ schema: MyCompletionParams }) { seq }: MyCompletionParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send(ctx, ctx.actor.personId, seq, reply);
  }

  /** Of oneself too: what an entry that was merged into one's own has on its chain. The read says whom one sees. */
  @Get('people/:id/completions/:seq/certificate')
  @Access('self')
  @Answers('file')
  ofPerson(
    @Context() ctx: Ctx,
    @Param({ schema: CompletionParams }) { id, seq }: CompletionParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send(ctx, id, seq, reply);
  }

  private async send(ctx: Ctx, personId: string, seq: number, reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.certificate.run(ctx, personId, seq);
    void reply.header('content-disposition', `attachment; filename="${name}"`);
    return new StreamableFile(bytes, { type: 'application/pdf' });
  }
}
