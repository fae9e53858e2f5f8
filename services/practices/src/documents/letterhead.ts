import { namesOf } from '@sportello/directory/copies';
import { findTheme } from '@sportello/directory/themes';
import type { Letterhead } from '@sportello/documents/pdf';
import type { EntityManager } from 'typeorm';

/** A body as its documents name it, with the logo that it has chosen (ADM-34). */
export async function letterheadOf(tx: EntityManager, organizationId: string): Promise<Letterhead> {
  const name = (await namesOf(tx, [organizationId])).get(organizationId) ?? '';
  const logo = (await findTheme(tx, organizationId))?.logo;
  return { name, ...(logo && { logo: Buffer.from(logo.png, 'base64') }) };
}
