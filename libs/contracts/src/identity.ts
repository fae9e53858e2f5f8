import { z } from 'zod';
import { CivilDate, event, Id, Instant, Language, listOf, paging, problem, rpc, SeenVersion, Text, Version } from './contract.js';
import { changedMeanwhile } from './problems.js';
import { FiscalCode, Line, Mail, Phone, PostalCode, Prose } from './typed.js';

/** What a person is when she uses the portal. The same person may be several (IDE-19). */
export const ProfileKind = z.enum(['citizen', 'mayor', 'school_head']).describe('What a person is when she uses the portal');
export type ProfileKind = z.infer<typeof ProfileKind>;

export const profileLabels: Record<ProfileKind, Text> = {
  citizen: { it: 'Utente Cittadino', en: 'Citizen' },
  mayor: { it: 'Sindaco o legale rappresentante', en: 'Mayor or legal representative' },
  school_head: { it: 'Dirigente Scolastico', en: 'School head' },
};

export const OfficerRole = z.enum(['officer', 'manager', 'administrator']).describe('What somebody is at a body');
export type OfficerRole = z.infer<typeof OfficerRole>;

/** How somebody proved who she is. `local` is the laboratory's user name and password. */
export const SignInMethod = z
  .enum(['spid', 'cie', 'cns', 'eidas', 'password', 'local'])
  .describe("How somebody proved who she is; `local` is the laboratory's user name and password");
export type SignInMethod = z.infer<typeof SignInMethod>;

const givenName = Line(100)
  .min(1)
  .meta({ description: 'Given name', examples: ['Federica'] });
const familyName = Line(100)
  .min(1)
  .meta({ description: 'Family name', examples: ['Neri'] });
const mail = Mail.meta({ format: 'email', description: 'Mail address', examples: ['federica.neri@example.org'] });
const phone = Phone.meta({ description: 'Telephone number, kept with the prefix of its country', examples: ['+390114321111'] });
const username = z
  .string()
  .min(3)
  .max(100)
  .meta({ description: 'Name with which to sign in', examples: ['federica.neri'] });
const organizationName = Line(200)
  .min(1)
  .meta({ description: 'What the body is called', examples: ['Regione Piemonte'] });
const officeName = Line(200)
  .min(1)
  .meta({ description: 'What the office is called', examples: ['Ufficio Istruzione'] });
const procedureIds = z.array(Id).describe('The services whose practices this officer may work (ADM-02)');

export const Profile = z.object({
  id: Id.describe('The profile'),
  kind: ProfileKind,
  onBehalfOf: Line(200)
    .min(1)
    .nullable()
    .meta({
      description: 'What the profile acts for, when it is not the person herself',
      examples: ['Comune di Ascalea'],
    }),
  organizationId: Id.nullable().describe(
    'The body of this installation that gave the profile and may take it back; null when the installation did on its own account',
  ),
});

export const Organization = z.object({
  id: Id.describe('The body'),
  name: organizationName,
  kind: z.enum(['region', 'municipality', 'ministry', 'school']).describe('What kind of body it is'),
  version: Version.describe('Grows with every change: send it back with the next one'),
});
export const Office = z.object({
  id: Id.describe('The office'),
  organizationId: Id.describe('Its body'),
  name: officeName,
  version: Version.describe('Grows with every change: send it back with the next one'),
});

export const Address = z.strictObject({
  street: Line(150).meta({ description: 'Street and number', examples: ['Via Roma 1'] }),
  postalCode: PostalCode.meta({ description: 'Postal code (CAP), or nothing', examples: ['10121'] }),
  comune: Line(100).meta({ description: 'Comune', examples: ['Torino'] }),
});

/** What the person may change herself (IDE-16, 17, 39). Null: never given. */
export const Contacts = z.strictObject({
  mail: mail.nullable().describe('Where mails go'),
  officePhone: phone.nullable().describe('Telephone of the office'),
  mobilePhone: phone.nullable().describe('Mobile telephone'),
  residence: Address.nullable().describe('Residence'),
  domicile: Address.nullable().describe('Domicile, when it is not the residence'),
  title: Line(100)
    .nullable()
    .meta({ description: 'Title with which to be addressed', examples: ['Dott.ssa'] }),
  company: Line(100)
    .nullable()
    .meta({ description: 'Organisation for which the person works', examples: ['Comune di Ascalea'] }),
  department: Line(100)
    .nullable()
    .meta({ description: 'Department', examples: ['Segreteria'] }),
  location: Line(100)
    .nullable()
    .meta({ description: 'Place of work', examples: ['Palazzo comunale'] }),
  biography: Prose(1_000)
    .nullable()
    .meta({ description: 'Some lines about oneself', examples: ['Sindaca dal 2021'] }),
  language: Language,
  timeZone: z
    .string()
    .max(64)
    .meta({ description: 'IANA name of a time zone', examples: ['Europe/Rome'] }),
});

/** Data that come from the identity provider: read only, renewed at every sign-in (IDE-40). */
export const Identity = z.object({
  givenName,
  familyName,
  fiscalCode: FiscalCode.meta({ description: 'Fiscal code', examples: ['NREFRC80A41L219B'] }),
  birthDate: CivilDate.nullable().meta({ description: 'Day of birth', examples: ['1980-01-01'] }),
  birthPlace: z
    .string()
    .nullable()
    .meta({ description: 'Comune of birth', examples: ['Torino'] }),
  birthState: z
    .string()
    .nullable()
    .meta({ description: 'State of birth', examples: ['Italia'] }),
  sex: z.enum(['F', 'M']).nullable().describe('Sex, as the identity provider says it'),
});

/** One's own account, as the header and the profile page show it. */
export const Account = z.object({
  personId: Id.describe('The person'),
  identity: Identity.describe('What the identity provider says of her'),
  contacts: Contacts.describe('What she may change herself'),
  version: Version.describe('Counts the changes of contacts: send it back with the next one'),
  pictureKey: z
    .string()
    .nullable()
    .meta({
      description: 'Storage key of the picture, for the gateway; null when there is none',
      examples: [null],
    }),
  profiles: z.array(Profile).describe('What she may act as'),
  activeProfileId: Id.nullable().describe('As what she acts'),
  officer: z
    .object({
      role: OfficerRole,
      organizationId: Id.describe('The body'),
      organizationName,
      officeName: officeName.nullable().describe('Her office'),
    })
    .nullable()
    .describe('Set when this person works for a body'),
  hasAcceptedPolicy: z.boolean().describe('Whether the privacy policy in force was accepted'),
});

const policyVersion = z
  .string()
  .max(20)
  .meta({ description: 'Version of the privacy policy', examples: ['2026-01'] });

export const Policy = z.object({
  version: policyVersion,
  publishedAt: Instant.describe('Since when it is in force'),
  title: Text.describe('Its title'),
  body: Text.describe('Its text'),
});

export const Officer = z.object({
  id: Id.describe('The person'),
  organizationId: Id.describe('The body'),
  officeId: Id.nullable().describe('The office, when she has one'),
  givenName,
  familyName,
  role: OfficerRole,
  procedureIds,
  version: Version,
});

export const personNotFound = problem(
  404,
  'person-not-found',
  'Questa persona non è fra quelle che puoi vedere',
  'This person is not among those you can see',
);
export const profileNotFound = problem(404, 'profile-not-found', 'Non hai un profilo di questo tipo', 'You have no such profile');
export const organizationNotFound = problem(404, 'organization-not-found', 'Ente sconosciuto', 'Unknown body');
export const policyOutdated = problem(
  409,
  'policy-outdated',
  "Il testo dell'informativa è cambiato: leggi la nuova versione",
  'The policy has a newer version: read that one',
);

/** Called by the gateway when the provider has authenticated somebody: notes the access and tells whose session it is. */
export const openSession = rpc({
  subject: 'rpc.identity.open-session.v1',
  permission: 'sessions:open',
  summary: 'Notes an authentication and gives the account it opens',
  input: z.strictObject({
    personId: Id.describe('Who signed in'),
    method: SignInMethod,
    level: z.number().int().min(1).max(3).describe('Level of assurance of SPID and CIE'),
    authenticatedAt: Instant.describe('When'),
    address: z
      .string()
      .max(64)
      .meta({ description: 'Network address from which', examples: ['192.0.2.1'] }),
  }),
  output: z.object({
    authenticationId: Id.describe('The line of the log of accesses'),
    account: Account.describe('The account that it opens'),
  }),
  problems: [personNotFound],
});

export const getAccount = rpc({
  subject: 'rpc.identity.get-account.v1',
  http: 'GET /account',
  permission: 'account:read',
  beforePolicy: true,
  summary: "Reads one's own account",
  input: z.strictObject({}),
  output: Account,
  problems: [personNotFound],
});

export const changeContacts = rpc({
  subject: 'rpc.identity.change-contacts.v1',
  http: 'PUT /account/contacts',
  permission: 'account:write',
  summary: 'Changes contact points, residence, language and time zone',
  input: z.strictObject({
    contacts: Contacts.describe('All of them: what is left out is not kept'),
    version: Version.describe('The `version` of the account that was read'),
  }),
  output: Account,
  problems: [personNotFound, changedMeanwhile],
});

/** The file has been stored and inspected by the gateway (a JPEG or PNG of at most 5 MB). */
export const changePicture = rpc({
  subject: 'rpc.identity.change-picture.v1',
  permission: 'account:write',
  summary: "Replaces the picture of one's profile",
  input: z.strictObject({
    key: z
      .string()
      .max(200)
      .nullable()
      .meta({ description: 'Storage key of the picture; null removes it', examples: ['pictures/1'] }),
  }),
  output: Account,
  problems: [personNotFound],
});

/** Remembers the profile for the next sign-in too. The gateway changes the session (`PUT /session/profile`). */
export const switchProfile = rpc({
  subject: 'rpc.identity.switch-profile.v1',
  permission: 'account:write',
  beforePolicy: true,
  summary: 'Makes another profile of the same person the active one',
  input: z.strictObject({ profileId: Id.describe('As what to act from now on') }),
  output: Account,
  problems: [personNotFound, profileNotFound],
});

export const getPolicy = rpc({
  subject: 'rpc.identity.get-policy.v1',
  http: 'GET /policies/privacy',
  permission: 'policies:read',
  beforePolicy: true,
  summary: 'Reads the privacy policy in force',
  input: z.strictObject({}),
  output: Policy,
});

export const acceptPolicy = rpc({
  subject: 'rpc.identity.accept-policy.v1',
  http: 'PUT /policies/privacy/acceptance',
  permission: 'policies:accept',
  beforePolicy: true,
  summary: 'Accepts a version of the privacy policy',
  input: z.strictObject({ version: policyVersion }),
  output: Account,
  problems: [personNotFound, policyOutdated],
});

export const listOrganizations = rpc({
  subject: 'rpc.identity.list-organizations.v1',
  http: 'GET /organizations',
  permission: 'organizations:read',
  beforePolicy: true,
  summary: 'Lists the bodies of this installation',
  input: z.strictObject({ ...paging }),
  output: listOf(Organization),
});

/** An administrator renames her own body; new bodies are made on the installation's own account. */
export const putOrganization = rpc({
  subject: 'rpc.identity.put-organization.v1',
  http: 'PUT /organizations/{id}',
  permission: 'organizations:write',
  summary: 'Creates or renames a body',
  input: z.strictObject({ ...Organization.shape, version: SeenVersion }),
  output: Organization,
  problems: [organizationNotFound, changedMeanwhile],
});

export const putOffice = rpc({
  subject: 'rpc.identity.put-office.v1',
  http: 'PUT /offices/{id}',
  permission: 'organizations:write',
  summary: 'Creates or renames an office of a body',
  input: z.strictObject({ ...Office.shape, version: SeenVersion }),
  output: Office,
  problems: [organizationNotFound, changedMeanwhile],
});

/**
 * An administrator registers people, gives them profiles on behalf of her own body, and takes those back. Whoever is known already keeps
 * data, address and password, and the answer is the same: nobody learns here who is known. Everything else about a person changes on the
 * installation's own account only.
 */
export const putPerson = rpc({
  subject: 'rpc.identity.put-person.v1',
  http: 'PUT /people/{id}',
  permission: 'people:write',
  summary: 'Registers a person with her profiles',
  input: z.strictObject({
    id: Id.describe('The person; a new one has an id that the caller chose'),
    identity: Identity.describe('Who she is'),
    mail: mail.nullable(),
    profiles: z.array(z.strictObject(Profile.shape)).max(10).describe('What she may act as'),
    /**
     * An administrator gives them only to somebody new who wears no profile, and the person replaces the password at her first sign-in.
     */
    credentials: z
      .strictObject({
        username,
        password: z
          .string()
          .min(12)
          .max(200)
          .meta({ description: 'At least twelve characters', examples: ['quattro parole a caso'] }),
      })
      .nullable()
      .describe('Name and password, where this installation issues its own tokens'),
  }),
  output: z.object({ id: Id.describe('The person') }),
  problems: [personNotFound],
});

/** Gives a registered person the rights of an officer of a body. */
export const putOfficer = rpc({
  subject: 'rpc.identity.put-officer.v1',
  http: 'PUT /officers/{id}',
  permission: 'officers:write',
  summary: 'Gives, changes or takes the rights of an officer',
  input: z.strictObject({
    id: Id.describe('The person'),
    organizationId: Id.describe('The body'),
    officeId: Id.nullable().describe('The office, when she has one'),
    role: OfficerRole,
    procedureIds: procedureIds.max(500),
  }),
  output: Officer,
  problems: [personNotFound, organizationNotFound],
});

export const listOfficers = rpc({
  subject: 'rpc.identity.list-officers.v1',
  http: 'GET /officers',
  permission: 'officers:read',
  summary: "Lists the officers of one's own body",
  input: z.strictObject({
    ...paging,
    search: Line(100)
      .optional()
      .meta({ description: 'Words of the name, or their beginnings, in any order', examples: ['bianchi elena'] }),
  }),
  output: listOf(Officer),
});

/** For services that must name or write to somebody. Unknown ids are left out. */
export const describePeople = rpc({
  subject: 'rpc.identity.describe-people.v1',
  permission: 'people:describe',
  summary: 'Tells names, fiscal codes and addresses of people',
  input: z.strictObject({ ids: z.array(Id).max(200).describe('Who') }),
  output: z.object({
    items: z
      .array(
        z.object({
          id: Id.describe('The person'),
          identity: Identity.describe('Who she is'),
          mail: z
            .string()
            .nullable()
            .meta({ description: 'Where mails go', examples: ['federica.neri@example.org'] }),
          mobilePhone: z
            .string()
            .nullable()
            .meta({ description: 'Mobile telephone', examples: ['+393331234567'] }),
          language: Language,
        }),
      )
      .describe('Those that are known'),
  }),
});

/** For notices to officers: everybody who may work the procedure (NOT-04, NOT-05). */
export const listRecipients = rpc({
  subject: 'rpc.identity.list-recipients.v1',
  permission: 'people:describe',
  summary: 'Lists the officers enabled to a procedure, with their addresses',
  input: z.strictObject({ organizationId: Id.describe('The body'), procedureId: Id.describe('The service') }),
  output: z.object({
    items: z
      .array(
        z.object({
          id: Id.describe('The officer'),
          mail: z
            .string()
            .nullable()
            .meta({ description: 'Where mails go', examples: ['elena.bianchi@example.org'] }),
          language: Language,
        }),
      )
      .describe('The officers'),
  }),
});

/** A copy of the rights lives in other services; the highest `version` of an officer is the one in force. */
export const signInGuessed = event(
  'events.identity.sign-in-guessed.v1',
  'Somebody tried again and again to sign in with the user name of a person',
  z.object({
    personId: Id.describe('Whose user name it is'),
    organizationId: Id.nullable().describe('The body for which she works, if any'),
    at: Instant.describe('When the attempts had become too many'),
  }),
);

export const rightsChanged = event(
  'events.identity.rights-changed.v1',
  "An officer's body, office, role or procedures changed",
  z.object({
    officerId: Id.describe('The officer'),
    organizationId: Id.describe('The body'),
    officeId: Id.nullable().describe('The office, when she has one'),
    officeName: officeName.nullable().describe('What it is called'),
    role: OfficerRole,
    procedureIds,
    name: z.string().meta({ description: 'Shown in the queue as "operator in charge" (PRA-24)', examples: ['Elena Bianchi'] }),
    version: Version,
  }),
  { key: 'officerId' },
);

export const organizationNamed = event(
  'events.identity.organization-named.v1',
  'A body was created or renamed',
  z.object({ organizationId: Id.describe('The body'), name: organizationName, version: Version }),
  { key: 'organizationId' },
);

export const privacyAccepted = event(
  'events.identity.privacy-accepted.v1',
  'A person accepted a version of the privacy policy',
  z.object({ personId: Id.describe('The person'), policyVersion, acceptedAt: Instant.describe('When') }),
);

export const profileSwitched = event(
  'events.identity.profile-switched.v1',
  'A person chose another of her profiles',
  z.object({ personId: Id.describe('The person'), profileId: Id.describe('The profile') }),
);
