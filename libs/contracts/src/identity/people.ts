import { asUsername } from '@sportello/italy/typed-text';
import { z } from 'zod';
import { CivilDate, Id, Language, problem, rpc, Text } from '../contract.js';
import { FiscalCode, Line, Mail, Phone, Typed } from '../typed.js';

/** What a person is when she uses the portal. The same person may be several (IDE-19). */
export const ProfileKind = z.enum(['citizen', 'mayor', 'school_head']).describe('What a person is when she uses the portal');
export type ProfileKind = z.infer<typeof ProfileKind>;

export const profileLabels: Record<ProfileKind, Text> = {
  citizen: { it: 'Utente Cittadino', en: 'Citizen' },
  mayor: { it: 'Sindaco o legale rappresentante', en: 'Mayor or legal representative' },
  school_head: { it: 'Dirigente Scolastico', en: 'School head' },
};

/** How somebody proved who she is. `local` is the laboratory's username and password. */
export const SignInMethod = z
  .enum(['spid', 'cie', 'cns', 'eidas', 'password', 'local'])
  .describe("How somebody proved who she is; `local` is the laboratory's username and password");
export type SignInMethod = z.infer<typeof SignInMethod>;

export const signInLabels: Record<SignInMethod, Text> = {
  spid: { it: 'SPID', en: 'SPID' },
  cie: { it: 'CIE', en: 'CIE' },
  cns: { it: 'CNS', en: 'CNS' },
  eidas: { it: 'eIDAS', en: 'eIDAS' },
  password: { it: 'username e password', en: 'username and password' },
  local: { it: 'accesso di laboratorio', en: 'sign-in of the laboratory' },
};

export const givenName = Line(100)
  .min(1)
  .meta({ description: 'Given name', examples: ['Federica'] });

export const familyName = Line(100)
  .min(1)
  .meta({ description: 'Family name', examples: ['Neri'] });

export const mail = Mail.meta({ format: 'email', description: 'Mail address', examples: ['federica.neri@example.org'] });

export const username = Typed(100)
  .overwrite(asUsername)
  .min(3)
  .max(100)
  .meta({ description: 'Name with which to sign in', examples: ['federica.neri'] });

/** As ISTAT numbers them: three digits of the province, three of the comune. */
const comune = z
  .string()
  .regex(/^\d{6}$/)
  .nullable()
  .optional()
  .meta({ description: 'ISTAT code of the comune that it acts for: forms name that one and no other (IDE-30)', examples: ['001272'] });

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
  comune,
  organizationId: Id.nullable().describe(
    'The body of this installation that gave the profile and may take it back; null when the installation did on its own account',
  ),
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
          .meta({
            description: 'At least twelve characters, five of them different; not only the username',
            examples: ['quattro parole a caso'],
          }),
      })
      .nullable()
      .describe('Name and password, where this installation issues its own tokens'),
  }),
  output: z.object({ id: Id.describe('The person') }),
  problems: [personNotFound],
});

/** What a service is told of somebody it must name or write to. */
export const DescribedPerson = z.object({
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
  profiles: z
    .array(z.object({ id: Id.describe('The profile'), kind: ProfileKind, onBehalfOf: Profile.shape.onBehalfOf, comune }))
    .optional()
    .describe('What she may act as; who is met by her fiscal code: the profile that she wore last first'),
});

/** For services that must name or write to somebody. Unknown ids are left out. */
export const describePeople = rpc({
  subject: 'rpc.identity.describe-people.v1',
  permission: 'people:describe',
  summary: 'Tells names, fiscal codes and addresses of people',
  input: z.strictObject({ ids: z.array(Id).max(200).describe('Who') }),
  output: z.object({
    items: z.array(DescribedPerson).describe('Those that are known'),
  }),
});

/** For a service whose officer meets a citizen: who has this fiscal code. */
export const findPerson = rpc({
  subject: 'rpc.identity.find-person.v1',
  permission: 'people:meet',
  summary: 'Finds a person by her fiscal code',
  input: z.strictObject({ fiscalCode: Identity.shape.fiscalCode }),
  output: z.object({
    person: DescribedPerson.nullable().describe('Null for who is not known'),
    isIdentified: z.boolean().meta({
      description: 'Whether a digital identity has told the fiscal code at some sign-in; otherwise somebody typed it',
      examples: [true],
    }),
  }),
});

/** For a service whose officer acts for a citizen. Of who is known nothing changes, but that she gets the profile of a citizen. */
export const meetPerson = rpc({
  subject: 'rpc.identity.meet-person.v1',
  permission: 'people:meet',
  summary: 'Finds a person by her fiscal code or registers her, with the profile of a citizen',
  input: z.strictObject({
    fiscalCode: Identity.shape.fiscalCode,
    newcomer: z
      .strictObject({
        givenName,
        familyName,
        mail: mail.nullable(),
        mobilePhone: Phone.nullable().meta({ description: 'Mobile telephone', examples: ['+393331234567'] }),
      })
      .nullable()
      .describe('Who she is, where she is not known'),
    officerId: Id.describe('The officer who meets her'),
    organizationId: Id.describe('For which body'),
  }),
  output: z.object({ person: DescribedPerson.describe('Who it is'), profileId: Id.describe('Her profile as a citizen') }),
  problems: [personNotFound],
});
