import { isDeepStrictEqual } from 'node:util';
import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { backgrounds, contrastOf, LEAST_CONTRAST } from '@sportello/contracts/identity/contrast';
import { organizationNotFound } from '@sportello/contracts/identity/organizations';
import { getTheme, putTheme, themeChanged } from '@sportello/contracts/identity/themes';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { states } from '@sportello/messaging/states';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { invalidField } from '../invalid-field.js';
import { checkRightsNow } from '../officers/rights-now.js';
import { accessBody } from '../organizations/access-body.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { rewrittenPng, UnfitPng } from './png.js';
import { ThemeRow } from './theme.entity.js';

type Theme = Output<typeof getTheme>;

/** The look of every body that has chosen one, as it is told. */
export const presentThemes = states(themeChanged, (db, after, limit) =>
  db.find(ThemeRow, { where: after === null ? {} : { organizationId: MoreThan(after) }, order: { organizationId: 'ASC' }, take: limit }),
);

/** How bodies show themselves (ADM-34). */
@Controller()
export class ThemesService {
  constructor(private readonly db: DataSource) {}

  @Handles(getTheme)
  get({ organizationId }: Input<typeof getTheme>, _actor: Actor): Promise<Theme> {
    return themeOf(this.db.manager, organizationId);
  }

  @Handles(putTheme)
  async put({ version: shown, ...wanted }: Input<typeof putTheme>, actor: Actor): Promise<Theme> {
    accessBody(wanted.organizationId, actor);
    checkContrast(wanted.primaryColour);
    const logo = wanted.logo && { ...wanted.logo, png: await pngOf(wanted.logo.png) };
    return this.db.transaction(async (tx) => {
      await checkRightsNow(tx, actor);
      const { organizationId } = wanted;
      // The body's row is locked: there may be none of its look yet.
      const body = await tx.findOne(OrganizationRow, { where: { id: organizationId }, lock: { mode: 'pessimistic_write' } });
      if (!body) throw new Problem(organizationNotFound);
      const { version: inForce, ...known } = await themeOf(tx, organizationId);
      const theme = { ...wanted, logo };
      if (inForce > 0 && isDeepStrictEqual({ ...known }, theme)) return { ...known, version: inForce };
      checkVersion(shown, inForce);
      const saved = await tx.save(ThemeRow, { ...theme, version: inForce + 1 });
      await publish(tx, themeChanged, saved);
      return saved;
    });
  }
}

/** How a body shows itself. @throws Problem `organizationNotFound` */
export async function themeOf(tx: EntityManager, organizationId: string): Promise<Theme> {
  const chosen = await tx.findOneBy(ThemeRow, { organizationId });
  if (chosen) return { ...chosen };
  const body = await tx.findOneBy(OrganizationRow, { id: organizationId });
  if (!body) throw new Problem(organizationNotFound);
  return { ...unchosen, organizationId, name: { it: body.name, en: body.name } };
}

/** What a body shows that has chosen nothing. */
const unchosen = {
  version: 0,
  logo: null,
  primaryColour: '#0066cc',
  footer: {
    address: null,
    phone: null,
    mail: null,
    pec: null,
    vatNumber: null,
    fiscalCode: null,
    privacyPolicy: null,
    accessibilityStatement: null,
    transparency: null,
  },
};

/** The colour bears white words, and words of it stand on the pages' backgrounds: all of them must be readable. */
function checkContrast(colour: string): void {
  const white = contrastOf(colour, backgrounds.white);
  const page = contrastOf(colour, backgrounds.page);
  if (Math.min(white, page) >= LEAST_CONTRAST) return;
  throw invalidField('/primaryColour', {
    it: `Il contrasto è ${inWords(white, 'it')} con il bianco e ${inWords(page, 'it')} con lo sfondo delle pagine: serve almeno ${inWords(LEAST_CONTRAST, 'it')} con tutti e due. Scegli un colore più scuro`,
    en: `The contrast is ${inWords(white, 'en')} with white and ${inWords(page, 'en')} with the background of the pages: both must be at least ${inWords(LEAST_CONTRAST, 'en')}. Choose a darker colour`,
  });
}

/** `4,48:1`, cut and not rounded: what is too little never looks enough. */
const inWords = (ratio: number, language: keyof Text): string =>
  `${(Math.floor(ratio * 100) / 100).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 2 })}:1`;

/** @throws Problem `invalidInput` for what cannot be a logo */
async function pngOf(base64: string): Promise<string> {
  try {
    return (await rewrittenPng(Buffer.from(base64, 'base64'))).toString('base64');
  } catch (error) {
    if (error instanceof UnfitPng) throw invalidField('/logo/png', error.reason);
    throw error;
  }
}
