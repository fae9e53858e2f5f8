import { hasControlDigit, isVatNumber } from '@sportello/italy/vat-number';
import { z } from 'zod';
import { event, Id, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line, Mail, Phone, Prose } from '../typed.js';
import { organizationNotFound } from './organizations.js';

/** A line in both languages. @param most characters of each */
const lines = (most: number, it: string, en: string) =>
  z.strictObject({
    it: Line(most)
      .min(1)
      .meta({ description: 'In Italian', examples: [it] }),
    en: Line(most)
      .min(1)
      .meta({ description: 'In English', examples: [en] }),
  });

/** A logo is looked at when it is saved: it stands in each page, mail and document of the body. */
export const logoLimits = { bytes: 65_536, pixels: 1_000 } as const;

export const ThemeLogo = z.strictObject({
  png: z
    .base64()
    .max(4 * Math.ceil(logoLimits.bytes / 3))
    .meta({
      description: `A PNG image of at most ${logoLimits.bytes} bytes and ${logoLimits.pixels} pixels a side, in base64; what is not needed to draw it is taken out`,
      contentEncoding: 'base64',
      contentMediaType: 'image/png',
      examples: ['iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB4iG8MwAAAABJRU5ErkJggg=='],
    }),
  alternative: lines(150, 'Stemma della Regione Piemonte', 'Coat of arms of the Piedmont Region').describe(
    'What the logo shows, in words, for those who do not see it',
  ),
});

const page = (description: string, example: string) =>
  z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable()
    .meta({ description, examples: [example] });

export const ThemeFooter = z.strictObject({
  address: Prose(300)
    .min(1)
    .nullable()
    .meta({ description: 'Where the body has its seat', examples: ['Piazza Piemonte 1, 10127 Torino'] }),
  phone: Phone.min(1)
    .nullable()
    .meta({ description: 'Number of its switchboard', examples: ['+390114321111'] }),
  mail: Mail.nullable().meta({ description: 'Where it is written to', examples: ['urp@regione.example.it'] }),
  pec: Mail.nullable().meta({ description: 'Its certified electronic mail (PEC)', examples: ['protocollo@cert.regione.example.it'] }),
  vatNumber: Line(11)
    .refine(isVatNumber)
    .nullable()
    .meta({ description: 'Its VAT number', examples: ['02843860012'] }),
  fiscalCode: Line(11)
    .refine(hasControlDigit)
    .nullable()
    .meta({ description: 'Its fiscal code', examples: ['80087670016'] }),
  privacyPolicy: page('Page of its privacy policy', 'https://www.regione.example.it/privacy'),
  accessibilityStatement: page('Page of its accessibility statement', 'https://form.agid.gov.it/view/regione'),
  transparency: page('Page of its transparent administration', 'https://trasparenza.regione.example.it'),
});

/** How a body shows itself: on the pages at its own address, in mails and in documents (ADM-34). */
export const Theme = z.object({
  organizationId: Id.describe('The body'),
  version: Version.describe('Grows with every change: send it back with the next one. 0 for a body that has not chosen a look yet'),
  name: lines(100, 'Regione Piemonte', 'Piedmont Region').describe('The name under which the body shows itself'),
  logo: ThemeLogo.nullable().describe('Its logo, if it has one'),
  primaryColour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .toLowerCase()
    .meta({
      description:
        'Colour of the head of its pages, of links and buttons, as `#rrggbb`: its contrast with white and with the background is 4.5:1 at least',
      examples: ['#0066cc'],
    }),
  footer: ThemeFooter.describe('What stands at the foot of its pages'),
});

export const getTheme = rpc({
  subject: 'rpc.identity.get-theme.v1',
  http: 'GET /organizations/{organizationId}/theme',
  permission: 'organizations:read',
  beforePolicy: true,
  summary: 'Reads how a body shows itself',
  input: z.strictObject({ organizationId: Id.describe('The body') }),
  output: Theme,
  problems: [organizationNotFound],
});

export const putTheme = rpc({
  subject: 'rpc.identity.put-theme.v1',
  http: 'PUT /organizations/{organizationId}/theme',
  permission: 'organizations:write',
  summary: 'Changes how a body shows itself',
  input: z.strictObject({ ...Theme.shape, version: SeenVersion }),
  output: Theme,
  problems: [organizationNotFound, changedMeanwhile],
});

export const themeChanged = event('events.identity.theme-changed.v1', 'A body shows itself in another way', Theme, {
  key: 'organizationId',
});
