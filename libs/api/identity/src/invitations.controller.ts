import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { ApplyInvitesRequest, InvitePeopleRequest, InvitePreview, PeopleInvited } from '@lms/contracts';
import { Body, Controller, Post } from '@nestjs/common';
import { InvitePeople } from './invitations/invite-people.js';

/** Letting in many at once. */
@Controller('people/invitations')
export class InvitationsController {
  constructor(private readonly invites: InvitePeople) {}

  @Post('preview')
  @Access('cards.write')
  @Answers(InvitePreview)
  previewInvites(
    @Context() ctx: Ctx,
    @Body({ schema: InvitePeopleRequest }) body: InvitePeopleRequest,
  ): Promise<InvitePreview> {
    return this.invites.preview(ctx, body);
  }

  @Post()
  @Access('cards.write')
  @Answers(PeopleInvited)
  invite(
    @Context() ctx: Ctx,
    @Body({ schema: ApplyInvitesRequest }) body: ApplyInvitesRequest,
  ): Promise<PeopleInvited> {
    return this.invites.run(ctx, body);
  }
}
