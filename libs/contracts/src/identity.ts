import { z } from 'zod';
import { CivilDate, event, Instant, Language, listOf, paging, problem, rpc, Text } from './contract.js';

/** What a person is when she uses the portal. The same person may be several (IDE-19). */
export const ProfileKind = z.enum(['citizen', 'mayor', 'school_head']);
export type ProfileKind = z.infer<typeof ProfileKind>;

export const profileLabels: Record<ProfileKind, Text> = {
  citizen: { it: 'Utente Cittadino', en: 'Citizen' },
  mayor: { it: 'Sindaco o legale rappresentante', en: 'Mayor or legal representative' },
  school_head: { it: 'Dirigente Scolastico', en: 'School head' },
};

export const OfficerRole = z.enum(['officer', 'manager', 'administrator']);
export type OfficerRole = z.infer<typeof OfficerRole>;

/** How somebody proved who she is. `local` is the laboratory's user name and password. */
export const SignInMethod = z.enum(['spid', 'cie', 'cns', 'eidas', 'password', 'local']);
export type SignInMethod = z.infer<typeof SignInMethod>;

const name = z.string().trim().min(1).max(100);
const mail = z.email().max(254);
const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ]{5,20}$/);

export const Profile = z.object({
  id: z.uuid(),
  kind: ProfileKind,
  /** What the profile acts for, when it is not the person herself: "Comune di Ascalea". */
  onBehalfOf: z.string().min(1).max(200).nullable(),
  /** The body of this installation that gave the profile and may take it back; null when the installation did on its own account. */
  organizationId: z.uuid().nullable(),
});

export const Organization = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(200),
  kind: z.enum(['region', 'municipality', 'ministry', 'school']),
});
export const Office = z.object({ id: z.uuid(), organizationId: z.uuid(), name: z.string().min(1).max(200) });

export const Address = z.strictObject({
  street: z.string().trim().max(150),
  postalCode: z
    .string()
    .regex(/^\d{5}$/)
    .or(z.literal('')),
  comune: z.string().trim().max(100),
});

/** What the person may change herself (IDE-16, 17, 39). Null: never given. */
export const Contacts = z.strictObject({
  mail: mail.nullable(),
  officePhone: phone.nullable(),
  mobilePhone: phone.nullable(),
  residence: Address.nullable(),
  domicile: Address.nullable(),
  title: z.string().trim().max(100).nullable(),
  company: z.string().trim().max(100).nullable(),
  department: z.string().trim().max(100).nullable(),
  location: z.string().trim().max(100).nullable(),
  biography: z.string().trim().max(1_000).nullable(),
  language: Language,
  /** IANA name, for example `Europe/Rome`. */
  timeZone: z.string().max(64),
});

/** Data that come from the identity provider: read only, renewed at every sign-in (IDE-40). */
export const Identity = z.object({
  givenName: name,
  familyName: name,
  fiscalCode: z.string().regex(/^[A-Z0-9]{16}$/),
  birthDate: CivilDate.nullable(),
  birthPlace: z.string().nullable(),
  birthState: z.string().nullable(),
  sex: z.enum(['F', 'M']).nullable(),
});

/** One's own account, as the header and the profile page show it. */
export const Account = z.object({
  personId: z.uuid(),
  identity: Identity,
  contacts: Contacts,
  /** Counts the changes of contacts: send it back with the next one. */
  version: z.number().int(),
  /** Storage key of the picture, for the gateway; null when there is none. */
  pictureKey: z.string().nullable(),
  profiles: z.array(Profile),
  activeProfileId: z.uuid().nullable(),
  /** Set when this person works for a body. */
  officer: z
    .object({
      role: OfficerRole,
      organizationId: z.uuid(),
      organizationName: z.string(),
      officeName: z.string().nullable(),
    })
    .nullable(),
  hasAcceptedPolicy: z.boolean(),
});

export const Policy = z.object({ version: z.string(), publishedAt: Instant, title: Text, body: Text });

export const Officer = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  officeId: z.uuid().nullable(),
  givenName: name,
  familyName: name,
  role: OfficerRole,
  /** The procedures that this officer may work (ADM-02). */
  procedureIds: z.array(z.uuid()),
  version: z.number().int(),
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
    personId: z.uuid(),
    method: SignInMethod,
    /** 1, 2 or 3: the level of assurance of SPID and CIE. */
    level: z.number().int().min(1).max(3),
    authenticatedAt: Instant,
    address: z.string().max(64),
  }),
  output: z.object({ authenticationId: z.uuid(), account: Account }),
});

export const getAccount = rpc({
  subject: 'rpc.identity.get-account.v1',
  http: 'GET /account',
  permission: 'account:read',
  beforePolicy: true,
  summary: "Reads one's own account",
  input: z.strictObject({}),
  output: Account,
});

export const changeContacts = rpc({
  subject: 'rpc.identity.change-contacts.v1',
  http: 'PUT /account/contacts',
  permission: 'account:write',
  summary: 'Changes contact points, residence, language and time zone',
  input: z.strictObject({ contacts: Contacts, version: z.number().int() }),
  output: Account,
});

/** The file has been stored and inspected by the gateway (a JPEG or PNG of at most 5 MB). */
export const changePicture = rpc({
  subject: 'rpc.identity.change-picture.v1',
  permission: 'account:write',
  summary: "Replaces the picture of one's profile",
  input: z.strictObject({ key: z.string().max(200).nullable() }),
  output: Account,
});

/** Remembers the profile for the next sign-in too. The gateway changes the session (`PUT /session/profile`). */
export const switchProfile = rpc({
  subject: 'rpc.identity.switch-profile.v1',
  permission: 'account:write',
  beforePolicy: true,
  summary: 'Makes another profile of the same person the active one',
  input: z.strictObject({ profileId: z.uuid() }),
  output: Account,
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
  input: z.strictObject({ version: z.string().max(20) }),
  output: Account,
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
  input: z.strictObject(Organization.shape),
  output: Organization,
});

export const putOffice = rpc({
  subject: 'rpc.identity.put-office.v1',
  http: 'PUT /offices/{id}',
  permission: 'organizations:write',
  summary: 'Creates or renames an office of a body',
  input: z.strictObject(Office.shape),
  output: Office,
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
    id: z.uuid(),
    identity: Identity,
    mail: mail.nullable(),
    profiles: z.array(z.strictObject(Profile.shape)).max(10),
    /**
     * Name and password of at least 12 characters, where this installation issues its own tokens. An administrator gives them only to
     * somebody new who wears no profile, and the person replaces the password at her first sign-in.
     */
    credentials: z.strictObject({ username: z.string().min(3).max(100), password: z.string().min(12).max(200) }).nullable(),
  }),
  output: z.object({ id: z.uuid() }),
});

/** Gives a registered person the rights of an officer of a body. */
export const putOfficer = rpc({
  subject: 'rpc.identity.put-officer.v1',
  http: 'PUT /officers/{id}',
  permission: 'officers:write',
  summary: 'Gives, changes or takes the rights of an officer',
  input: z.strictObject({
    id: z.uuid(),
    organizationId: z.uuid(),
    officeId: z.uuid().nullable(),
    role: OfficerRole,
    procedureIds: z.array(z.uuid()).max(500),
  }),
  output: Officer,
});

export const listOfficers = rpc({
  subject: 'rpc.identity.list-officers.v1',
  http: 'GET /officers',
  permission: 'officers:read',
  summary: "Lists the officers of one's own body",
  input: z.strictObject({ ...paging, search: z.string().max(100).optional() }),
  output: listOf(Officer),
});

/** For services that must name or write to somebody. Unknown ids are left out. */
export const describePeople = rpc({
  subject: 'rpc.identity.describe-people.v1',
  permission: 'people:describe',
  summary: 'Tells names, fiscal codes and addresses of people',
  input: z.strictObject({ ids: z.array(z.uuid()).max(200) }),
  output: z.object({
    items: z.array(
      z.object({ id: z.uuid(), identity: Identity, mail: z.string().nullable(), mobilePhone: z.string().nullable(), language: Language }),
    ),
  }),
});

/** For notices to officers: everybody who may work the procedure (NOT-04, NOT-05). */
export const listRecipients = rpc({
  subject: 'rpc.identity.list-recipients.v1',
  permission: 'people:describe',
  summary: 'Lists the officers enabled to a procedure, with their addresses',
  input: z.strictObject({ organizationId: z.uuid(), procedureId: z.uuid() }),
  output: z.object({ items: z.array(z.object({ id: z.uuid(), mail: z.string().nullable(), language: Language })) }),
});

/** A copy of the rights lives in other services; the highest `version` of an officer is the one in force. */
export const rightsChanged = event(
  'events.identity.rights-changed.v1',
  "An officer's body, office, role or procedures changed",
  z.object({
    officerId: z.uuid(),
    organizationId: z.uuid(),
    officeId: z.uuid().nullable(),
    officeName: z.string().nullable(),
    role: OfficerRole,
    procedureIds: z.array(z.uuid()),
    /** Shown in the queue as "operator in charge" (PRA-24). */
    name: z.string(),
    version: z.number().int(),
  }),
);

export const organizationNamed = event(
  'events.identity.organization-named.v1',
  'A body was created or renamed',
  z.object({ organizationId: z.uuid(), name: z.string(), version: z.number().int() }),
);

export const privacyAccepted = event(
  'events.identity.privacy-accepted.v1',
  'A person accepted a version of the privacy policy',
  z.object({ personId: z.uuid(), policyVersion: z.string(), acceptedAt: Instant }),
);

export const profileSwitched = event(
  'events.identity.profile-switched.v1',
  'A person chose another of her profiles',
  z.object({ personId: z.uuid(), profileId: z.uuid() }),
);
