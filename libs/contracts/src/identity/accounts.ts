import { z } from 'zod';
import { event, Id, Language, problem, rpc, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line, Phone, PostalCode, Prose } from '../typed.js';
import { OfficerRole } from './officers.js';
import { officeName, organizationName } from './organizations.js';
import { Identity, mail, Profile, personNotFound } from './people.js';

const phone = Phone.meta({ description: 'Telephone number, kept with the prefix of its country', examples: ['+390114321111'] });

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
  output: z.object({
    account: Account.describe('The account as it is now'),
    replacedKey: z
      .string()
      .nullable()
      .meta({ description: 'Storage key of the picture that was there before, which nothing names any more', examples: ['pictures/0'] }),
  }),
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

export const profileSwitched = event(
  'events.identity.profile-switched.v1',
  'A person chose another of her profiles',
  z.object({ personId: Id.describe('The person'), profileId: Id.describe('The profile') }),
);
