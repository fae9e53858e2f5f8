import { z } from 'zod';
import { CivilDate, event, Id, Instant, Language, listOf, paging, problem, rpc, SeenVersion, Text, Version } from './contract.js';
import { changedMeanwhile, notSignedIn } from './problems.js';
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
      version: Version.describe('Counts the changes of her rights: a service whose copy of them is older waits for the newer one'),
    })
    .nullable()
    .describe('Set when this person works for a body'),
  invitation: z
    .object({
      role: OfficerRole,
      organizationId: Id.describe('The body'),
      organizationName,
      officeName: officeName.nullable().describe('The office'),
      version: Version.describe('Send it back with the acceptance'),
    })
    .nullable()
    .describe('Set when a body has asked this person to work for it and she has not answered yet'),
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

export const OfficerState = z
  .enum(['invited', 'active', 'suspended'])
  .describe('Invited: asked, and not yet an officer; suspended: she may nothing until somebody takes it back');
export type OfficerState = z.infer<typeof OfficerState>;

export const Officer = z.object({
  id: Id.describe('The person'),
  organizationId: Id.describe('The body'),
  officeId: Id.nullable().describe('The office, when she has one'),
  givenName,
  familyName,
  role: OfficerRole,
  state: OfficerState,
  procedureIds,
  version: Version,
});

export const personNotFound = problem(
  404,
  'person-not-found',
  'Questa persona non è fra quelle che puoi vedere',
  'This person is not among those you can see',
  {
    it: 'La persona non è registrata, oppure non è fra quelle che il tuo ente può vedere.',
    en: 'The person is not registered, or is not among those that your body can see.',
  },
);
export const profileNotFound = problem(404, 'profile-not-found', 'Non hai un profilo di questo tipo', 'You have no such profile', {
  it: 'Il profilo scelto non è fra i tuoi. Ricarica la pagina per vedere quelli che hai.',
  en: 'The profile chosen is not among yours. Reload the page to see those you have.',
});
export const invitationNotFound = problem(
  404,
  'invitation-not-found',
  'Nessun ente ti ha invitato a lavorare per sé',
  'No body has asked you to work for it',
  {
    it: "L'invito non esiste più, oppure è già stato accolto. Chiedi all'ente di invitarti di nuovo.",
    en: 'The invitation does not exist any more, or was taken up already. Ask the body to invite you again.',
  },
);
export const organizationNotFound = problem(404, 'organization-not-found', 'Ente sconosciuto', 'Unknown body', {
  it: "L'ente non è fra quelli di questa installazione, oppure non è il tuo.",
  en: 'The body is not among those of this installation, or is not yours.',
});
export const policyOutdated = problem(
  409,
  'policy-outdated',
  "Il testo dell'informativa è cambiato: leggi la nuova versione",
  'The policy has a newer version: read that one',
  {
    it: 'Dopo che hai aperto la pagina è stata pubblicata una nuova versione. Leggila e accetta quella.',
    en: 'A new version was published after you opened the page. Read it and accept that one.',
  },
);

/** What a sign-in opens, and for how long it may be believed. */
const Standing = z.object({
  account: Account.describe('The account that it opens'),
  standing: Version.describe('Counts what changed in the rights of this person; Redis holds the newest under `standing:<person>`'),
  policy: policyVersion.describe('The version of the privacy policy in force, which Redis holds under `standing:policy`'),
});

/** Called by the gateway when the provider has authenticated somebody: notes the access and tells whose session it is. */
export const openSession = rpc({
  subject: 'rpc.identity.open-session.v1',
  permission: 'sessions:open',
  summary: 'Notes an authentication and gives the account it opens',
  input: z.strictObject({
    id: Id.describe('Chosen by the gateway, the same for the same token: it is noted once, however often it is shown'),
    personId: Id.describe('Who signed in'),
    method: SignInMethod,
    level: z.number().int().min(1).max(3).describe('Level of assurance of SPID and CIE'),
    authenticatedAt: Instant.describe('When'),
    address: z
      .string()
      .max(64)
      .meta({ description: 'Network address from which', examples: ['192.0.2.1'] }),
  }),
  output: Standing,
  problems: [personNotFound, notSignedIn],
});

/** Called by the gateway for a session whose person's rights have changed since it read them. */
export const readStanding = rpc({
  subject: 'rpc.identity.read-standing.v1',
  permission: 'sessions:open',
  summary: 'Gives the account that a sign-in opens now',
  input: z.strictObject({ personId: Id.describe('Who signed in'), authenticatedAt: Instant.describe('When') }),
  output: Standing,
  problems: [personNotFound, notSignedIn],
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
    identity: z.strictObject(Identity.shape).describe('Who she is'),
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

/**
 * Changes the rights of an officer, or invites a registered person, who becomes one when she accepts. What is changed holds for her open
 * sessions, tokens and pages when the answer comes. The installation's own account makes officers without asking them.
 */
export const putOfficer = rpc({
  subject: 'rpc.identity.put-officer.v1',
  http: 'PUT /officers/{id}',
  permission: 'officers:write',
  summary: 'Changes the rights of an officer, or invites a person to become one',
  input: z.strictObject({
    id: Id.describe('The person'),
    organizationId: Id.describe('The body'),
    officeId: Id.nullable().describe('The office, when she has one'),
    role: OfficerRole,
    procedureIds: procedureIds.max(500),
    version: SeenVersion,
  }),
  output: Officer,
  problems: [personNotFound, organizationNotFound, changedMeanwhile],
});

/** Her rights end at once; what is in her charge goes back to its queue. */
export const suspendOfficer = rpc({
  subject: 'rpc.identity.suspend-officer.v1',
  http: 'PUT /officers/{id}/suspension',
  permission: 'officers:write',
  summary: 'Suspends an officer',
  input: z.strictObject({ id: Id.describe('The officer') }),
  output: Officer,
  problems: [personNotFound],
});

export const reinstateOfficer = rpc({
  subject: 'rpc.identity.reinstate-officer.v1',
  http: 'DELETE /officers/{id}/suspension',
  permission: 'officers:write',
  summary: 'Ends the suspension of an officer',
  input: z.strictObject({ id: Id.describe('The officer') }),
  output: Officer,
  problems: [personNotFound],
});

/** Accepts what was shown: an invitation that changed meanwhile is read again first. */
export const acceptInvitation = rpc({
  subject: 'rpc.identity.accept-invitation.v1',
  http: 'PUT /account/invitation/acceptance',
  permission: 'account:write',
  beforePolicy: true,
  summary: 'Accepts to work for the body that asked',
  input: z.strictObject({ version: Version.describe('That of the invitation that was shown') }),
  output: Account,
  problems: [personNotFound, invitationNotFound, changedMeanwhile],
});

export const declineInvitation = rpc({
  subject: 'rpc.identity.decline-invitation.v1',
  http: 'DELETE /account/invitation',
  permission: 'account:write',
  beforePolicy: true,
  summary: 'Declines to work for the body that asked',
  input: z.strictObject({}),
  output: Account,
  problems: [personNotFound, invitationNotFound],
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

export const SecurityEventKind = z
  .enum([
    'signed-in',
    'sign-in-failed',
    'sign-in-locked',
    'officer-invited',
    'invitation-accepted',
    'invitation-declined',
    'rights-changed',
    'officer-suspended',
    'officer-reinstated',
    'password-changed',
  ])
  .describe('What happened that matters for security (IDE-53)');
export type SecurityEventKind = z.infer<typeof SecurityEventKind>;

export const SecurityEvent = z.object({
  id: Id.describe('The event'),
  at: Instant.describe('When'),
  kind: SecurityEventKind,
  personId: Id.nullable().describe('Whom it is about; null when nobody has the name that was typed'),
  name: z
    .string()
    .nullable()
    .meta({ description: 'What she is called', examples: ['Elena Bianchi'] }),
  actorName: z
    .string()
    .nullable()
    .meta({ description: 'Who did it, when it was somebody signed in', examples: ['Laura Galli'] }),
  address: z
    .string()
    .nullable()
    .meta({ description: 'Network address from which', examples: ['192.0.2.1'] }),
});

export const listSecurityEvents = rpc({
  subject: 'rpc.identity.list-security-events.v1',
  http: 'GET /security-events',
  permission: 'security:read',
  summary: "Lists sign-ins and changed rights of the officers of one's own body, the newest first",
  input: z.strictObject({ ...paging }),
  output: listOf(SecurityEvent),
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
  "An officer's body, office, role or procedures changed, or she was suspended or reinstated",
  z.object({
    officerId: Id.describe('The officer'),
    organizationId: Id.describe('The body'),
    officeId: Id.nullable().describe('The office, when she has one'),
    officeName: officeName.nullable().describe('What it is called'),
    role: OfficerRole,
    procedureIds,
    isActive: z.boolean().describe('False while she is suspended: what is in her charge goes back to its queue'),
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
