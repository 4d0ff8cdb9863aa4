import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportsModule } from '@lms/api-imports';
import { FindDuplicates } from './duplicates/find-duplicates.js';
import { SetApart } from './duplicates/set-apart.js';
import { AddEngagement } from './engagements/add-engagement.js';
import { EngagementEntity } from './engagements/engagement.entity.js';
import { EngagementsController } from './engagements/engagements.controller.js';
import { GetEngagement } from './engagements/get-engagement.js';
import { SaveEngagement } from './engagements/save-engagement.js';
import { EndGrant } from './grants/end-grant.js';
import { GrantRole } from './grants/grant-role.js';
import { GrantsController } from './grants/grants.controller.js';
import { ListGrants } from './grants/list-grants.js';
import { RenewGrants } from './grants/renew-grants.js';
import { RoleList } from './grants/role-list.js';
import { RoleGrantEntity } from './grants/role-grant.entity.js';
import { WithdrawGrants } from './grants/withdraw-grants.js';
import { GetHistory } from './history/get-history.js';
import { OrganisationsKind } from './imports/organisations/organisation-kind.js';
import { PeopleKind } from './imports/people/people-kind.js';
import { ListMerges } from './merges/list-merges.js';
import { MergeLists } from './merges/merge-lists.js';
import { MergePeople } from './merges/merge-people.js';
import { MergesController } from './merges/merges.controller.js';
import { UndoMerge } from './merges/undo-merge.js';
import { CreateOrganisation } from './organisations/create-organisation.js';
import { GetOrganisation } from './organisations/get-organisation.js';
import { ListOrganisations } from './organisations/list-organisations.js';
import { OrganisationList } from './organisations/organisation-list.js';
import { OrganisationEntity } from './organisations/organisation.entity.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { SaveOrganisation } from './organisations/save-organisation.js';
import { PeopleFacade } from './people.facade.js';
import { AddPerson } from './persons/add-person.js';
import { GetPerson } from './persons/get-person.js';
import { ListJobRoles } from './persons/list-job-roles.js';
import { PeopleList } from './persons/people-list.js';
import { ListPeople } from './persons/list-people.js';
import { PeopleController } from './persons/people.controller.js';
import { PersonEntity } from './persons/person.entity.js';
import { SavePerson } from './persons/save-person.js';
import { CreateScheme } from './schemes/create-scheme.js';
import { GetScheme } from './schemes/get-scheme.js';
import { ListSchemes } from './schemes/list-schemes.js';
import { SaveScheme } from './schemes/save-scheme.js';
import { SchemeList } from './schemes/scheme-list.js';
import { SchemeEntity } from './schemes/scheme.entity.js';
import { SchemesController } from './schemes/schemes.controller.js';
import { InviteSupplier } from './suppliers/invite-supplier.js';
import { SuppliersController } from './suppliers/suppliers.controller.js';
import { ChangeTogether } from './together/change-together.js';
import { PreviewTogether } from './together/preview-together.js';
import { TogetherController } from './together/together.controller.js';

@Module({
  imports: [
    ImportsModule,
    TypeOrmModule.forFeature([OrganisationEntity, SchemeEntity, PersonEntity, EngagementEntity, RoleGrantEntity]),
  ],
  controllers: [
    OrganisationsController,
    SchemesController,
    SuppliersController,
    TogetherController,
    PeopleController,
    EngagementsController,
    GrantsController,
    MergesController,
  ],
  providers: [
    AddEngagement,
    AddPerson,
    ChangeTogether,
    CreateOrganisation,
    CreateScheme,
    EndGrant,
    FindDuplicates,
    GetEngagement,
    GetHistory,
    GetOrganisation,
    GetPerson,
    GetScheme,
    GrantRole,
    InviteSupplier,
    ListGrants,
    ListJobRoles,
    ListMerges,
    ListOrganisations,
    ListPeople,
    ListSchemes,
    MergeLists,
    MergePeople,
    OrganisationList,
    OrganisationsKind,
    PeopleFacade,
    PeopleKind,
    PeopleList,
    PreviewTogether,
    RenewGrants,
    RoleList,
    SaveEngagement,
    SaveOrganisation,
    SavePerson,
    SaveScheme,
    SchemeList,
    SetApart,
    UndoMerge,
    WithdrawGrants,
  ],
  exports: [PeopleFacade],
})
export class PeopleModule {}
