import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorsModule } from './actors/actors.module.js';
import { AuthController } from './auth.controller.js';
import { CardList } from './cards/card-list.js';
import { CardPeople } from './cards/card-people.js';
import { IssueCards } from './cards/issue-cards.js';
import { CardsController } from './cards.controller.js';
import { AuthenticatorApp } from './factors/authenticator-app.js';
import { ConfirmSession } from './factors/confirm-session.js';
import { FactorAdded } from './factors/factor-added.js';
import { MyFactors } from './factors/my-factors.js';
import { PasskeyChallenges } from './factors/passkey-challenges.js';
import { Passkeys } from './factors/passkeys.js';
import { RecoveryCodeStore } from './factors/recovery-codes.js';
import { ShowCode } from './factors/show-code.js';
import { FirstAdministrator } from './first-administrator.js';
import { IdentityFacade } from './identity.facade.js';
import { EndImpersonation } from './impersonation/end-impersonation.js';
import { ListImpersonations } from './impersonation/list-impersonations.js';
import { StartImpersonation } from './impersonation/start-impersonation.js';
import { FollowNames } from './links/follow-names.js';
import { ForgottenPassword } from './links/forgotten-password.js';
import { InvitePeople } from './invitations/invite-people.js';
import { InvitationsController } from './invitations.controller.js';
import { FollowCoordinators } from './links/follow-coordinators.js';
import { InvitePerson } from './links/invite-person.js';
import { OneTimeLinks } from './links/one-time-links.js';
import { SendInvitation } from './links/send-invitation.js';
import { SignInNames } from './links/sign-in-names.js';
import { UseLink } from './links/use-link.js';
import { BrandingController } from './branding/branding.controller.js';
import { BrandingSettings } from './branding/branding-settings.js';
import { KeepLogo } from './branding/keep-logo.js';
import { ListMails } from './mails/list-mails.js';
import { MailList } from './mails/mail-list.js';
import { SendAgain } from './mails/send-again.js';
import { MailsController } from './mails.controller.js';
import { AcceptPrivacyNotice } from './me/accept-privacy-notice.js';
import { GetMe } from './me/get-me.js';
import { MeController } from './me.controller.js';
import { ChangePassword } from './passwords/change-password.js';
import { ChooseFirstPassword } from './passwords/choose-first-password.js';
import { Passwords } from './passwords/passwords.js';
import { SecondFactorController } from './second-factor.controller.js';
import { EndSessions } from './sessions/end-sessions.js';
import { FollowMerge } from './sessions/follow-merge.js';
import { ListSessions } from './sessions/list-sessions.js';
import { RefreshSession } from './sessions/refresh-session.js';
import { SessionEntity } from './sessions/session.entity.js';
import { StartSession } from './sessions/start-session.js';
import { AttemptLimits } from './sign-in/attempt-limits.js';
import { FindAccount } from './sign-in/find-account.js';
import { SignIn } from './sign-in/sign-in.js';
import { FindPeople } from './support/find-people.js';
import { ResetByCommand } from './support/reset-by-command.js';
import { ResetSecondFactor } from './support/reset-second-factor.js';
import { TellOfReset } from './support/tell-of-reset.js';
import { SupportController } from './support.controller.js';
import { RefreshTokenEntity } from './tokens/refresh-token.entity.js';

@Module({
  imports: [ActorsModule, TypeOrmModule.forFeature([SessionEntity, RefreshTokenEntity])],
  controllers: [
    AuthController,
    BrandingController,
    CardsController,
    InvitationsController,
    MeController,
    MailsController,
    SecondFactorController,
    SupportController,
  ],
  providers: [
    AcceptPrivacyNotice,
    AttemptLimits,
    AuthenticatorApp,
    BrandingSettings,
    CardList,
    CardPeople,
    ChangePassword,
    ChooseFirstPassword,
    ConfirmSession,
    EndImpersonation,
    EndSessions,
    FactorAdded,
    FindAccount,
    FindPeople,
    FirstAdministrator,
    FollowMerge,
    FollowCoordinators,
    FollowNames,
    ForgottenPassword,
    GetMe,
    IdentityFacade,
    InvitePeople,
    InvitePerson,
    IssueCards,
    KeepLogo,
    ListImpersonations,
    ListMails,
    ListSessions,
    MailList,
    SendAgain,
    MyFactors,
    OneTimeLinks,
    PasskeyChallenges,
    Passkeys,
    Passwords,
    RecoveryCodeStore,
    RefreshSession,
    ResetByCommand,
    ResetSecondFactor,
    SendInvitation,
    ShowCode,
    SignIn,
    SignInNames,
    StartImpersonation,
    StartSession,
    TellOfReset,
    UseLink,
  ],
  exports: [IdentityFacade],
})
export class IdentityModule {}
