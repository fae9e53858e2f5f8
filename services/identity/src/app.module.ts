import type { ServiceDefinition } from '@sportello/service/definition';
import { Access } from './access-log/access.entity.js';
import { AccessListService } from './access-log/access-list.service.js';
import { AccessLogService } from './access-log/access-log.service.js';
import { AccountsService } from './accounts/accounts.service.js';
import { Authentication } from './accounts/authentication.entity.js';
import { Credential } from './accounts/credential.entity.js';
import { InitialPasswords } from './accounts/initial-passwords.js';
import { IssueLinkService } from './accounts/issue-link.service.js';
import { LinksService } from './accounts/links.service.js';
import { OneTimeLink } from './accounts/one-time-link.entity.js';
import { PasswordChanges } from './accounts/password-changes.js';
import { Recoveries } from './accounts/recoveries.js';
import { Recovery } from './accounts/recovery.entity.js';
import { SecondFactor } from './accounts/second-factor.entity.js';
import { SecondFactors } from './accounts/second-factors.js';
import { SignInService } from './accounts/sign-in.service.js';
import { Config } from './config.js';
import { Enablement } from './enablements/enablement.entity.js';
import { EnablementsService } from './enablements/enablements.service.js';
import { AddPeople1795634812985 } from './migrations/1795634812985-add-people.js';
import { KeepRecordsAppendOnly1795634813000 } from './migrations/1795634813000-keep-records-append-only.js';
import { PublishFirstPolicy1795634814000 } from './migrations/1795634814000-publish-first-policy.js';
import { ChainByPlainText1795928100000 } from './migrations/1795928100000-chain-by-plain-text.js';
import { TellWhoGaveAProfile1795930000000 } from './migrations/1795930000000-tell-who-gave-a-profile.js';
import { ReplaceGivenPasswords1795930100000 } from './migrations/1795930100000-replace-given-passwords.js';
import { AddWordsOfNames1796000200000 } from './migrations/1796000200000-add-words-of-names.js';
import { FillWordsOfNames1796000300000 } from './migrations/1796000300000-fill-words-of-names.js';
import { LetRightsActAtOnce1796000500000 } from './migrations/1796000500000-let-rights-act-at-once.js';
import { CountChangesOfOffices1796000600000 } from './migrations/1796000600000-count-changes-of-offices.js';
import { FindRegistrationsOfAPerson1796100000000 } from './migrations/1796100000000-find-registrations-of-a-person.js';
import { EnableOfficersToSubjects1796120100000 } from './migrations/1796120100000-enable-officers-to-subjects.js';
import { CountAttemptsInRedis1796200300000 } from './migrations/1796200300000-count-attempts-in-redis.js';
import { LogWhatIsRead1796200400000 } from './migrations/1796200400000-log-what-is-read.js';
import { AddThemes1796300100000 } from './migrations/1796300100000-add-themes.js';
import { KeepDeletedOfficers1796400100000 } from './migrations/1796400100000-keep-deleted-officers.js';
import { SendOneTimeLinks1796400200000 } from './migrations/1796400200000-send-one-time-links.js';
import { AskForSecondFactors1796400300000 } from './migrations/1796400300000-ask-for-second-factors.js';
import { FindAccessesOfABody1796500600000 } from './migrations/1796500600000-find-accesses-of-a-body.js';
import { AddEnablements1796600600000 } from './migrations/1796600600000-add-enablements.js';
import { AddAbsences1796621100000 } from './migrations/1796621100000-add-absences.js';
import { TellTheComuneOfAProfile1796621500000 } from './migrations/1796621500000-tell-the-comune-of-a-profile.js';
import { KeepWhatWasForgotten1796631600000 } from './migrations/1796631600000-keep-what-was-forgotten.js';
import { AbsencesService } from './officers/absences.service.js';
import { InvitationsService } from './officers/invitations.service.js';
import { OfficerRow } from './officers/officer.entity.js';
import { OfficerListService } from './officers/officer-list.service.js';
import { OfficersService } from './officers/officers.service.js';
import { presentRights } from './officers/publish-rights.js';
import { OfficeRow } from './organizations/office.entity.js';
import { OfficesService } from './organizations/offices.service.js';
import { OrganizationRow } from './organizations/organization.entity.js';
import { OrganizationsService, presentNames } from './organizations/organizations.service.js';
import { MeetingsService } from './people/meetings.service.js';
import { PeopleService } from './people/people.service.js';
import { Person } from './people/person.entity.js';
import { PersonProfile } from './people/profile.entity.js';
import { Registration } from './people/registration.entity.js';
import { Registrations } from './people/registrations.js';
import { PoliciesService } from './policies/policies.service.js';
import { Acceptance, PolicyRow } from './policies/policy.entity.js';
import { CredentialPages } from './provider/credential-pages.js';
import { RealmServer } from './provider/realm-server.js';
import { SecurityService } from './security/security.service.js';
import { SecurityEvent } from './security/security-event.entity.js';
import { Standing } from './standings/standing.entity.js';
import { Standings } from './standings/standings.js';
import { ThemeRow } from './themes/theme.entity.js';
import { presentThemes, ThemesService } from './themes/themes.service.js';

export const identityService: ServiceDefinition = {
  name: 'identity',
  config: Config,
  entities: [
    Person,
    PersonProfile,
    Registration,
    Credential,
    OneTimeLink,
    SecondFactor,
    Recovery,
    OrganizationRow,
    OfficeRow,
    OfficerRow,
    PolicyRow,
    Acceptance,
    Authentication,
    Access,
    SecurityEvent,
    Standing,
    ThemeRow,
    Enablement,
  ],
  migrations: [
    AddPeople1795634812985,
    KeepRecordsAppendOnly1795634813000,
    PublishFirstPolicy1795634814000,
    ChainByPlainText1795928100000,
    TellWhoGaveAProfile1795930000000,
    ReplaceGivenPasswords1795930100000,
    AddWordsOfNames1796000200000,
    FillWordsOfNames1796000300000,
    LetRightsActAtOnce1796000500000,
    CountChangesOfOffices1796000600000,
    FindRegistrationsOfAPerson1796100000000,
    EnableOfficersToSubjects1796120100000,
    CountAttemptsInRedis1796200300000,
    LogWhatIsRead1796200400000,
    AddThemes1796300100000,
    KeepDeletedOfficers1796400100000,
    SendOneTimeLinks1796400200000,
    AskForSecondFactors1796400300000,
    FindAccessesOfABody1796500600000,
    AddEnablements1796600600000,
    AddAbsences1796621100000,
    TellTheComuneOfAProfile1796621500000,
    KeepWhatWasForgotten1796631600000,
  ],
  controllers: [
    AccessLogService,
    AccessListService,
    AccountsService,
    MeetingsService,
    PeopleService,
    OrganizationsService,
    OfficersService,
    AbsencesService,
    PoliciesService,
    SecurityService,
    ThemesService,
    OfficesService,
    OfficerListService,
    InvitationsService,
    IssueLinkService,
    EnablementsService,
  ],
  providers: [
    InitialPasswords,
    SecondFactors,
    LinksService,
    Registrations,
    PasswordChanges,
    Recoveries,
    SignInService,
    Standings,
    CredentialPages,
    RealmServer,
  ],
  states: [presentRights, presentNames, presentThemes],
};
