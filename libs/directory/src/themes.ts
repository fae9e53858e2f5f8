import { Injectable } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { themeChanged } from '@sportello/contracts/identity/themes';
import { On } from '@sportello/messaging/events';
import { states } from '@sportello/messaging/states';
import { type EntityManager, MoreThan } from 'typeorm';
import { AddThemes1796300200000 } from './migrations/1796300200000-add-themes.js';
import { ThemeCopy } from './theme-copy.entity.js';

/** For a service that writes in the name of bodies: the table of their looks, and how it comes about. */
export const themeEntities = [ThemeCopy];
export const themeMigrations = [AddThemes1796300200000];

/** The copies as they were told, to be counted against their owner's rows. */
export const themeStates = [
  states(themeChanged, (db, after, limit) =>
    db.find(ThemeCopy, { where: after === null ? {} : { organizationId: MoreThan(after) }, order: { organizationId: 'ASC' }, take: limit }),
  ),
];

/** Keeps the looks of bodies in step. Events come twice and out of order: an older version changes nothing. */
@Injectable()
export class ThemeCopies {
  @On(themeChanged, { from: 'beginning' })
  async keep(
    { organizationId, version, name, logo, primaryColour, footer }: Payload<typeof themeChanged>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `insert into theme_copies as kept (organization_id, version, name, logo, primary_colour, footer) values ($1, $2, $3, $4, $5, $6)
       on conflict (organization_id) do update set version = excluded.version, name = excluded.name, logo = excluded.logo,
         primary_colour = excluded.primary_colour, footer = excluded.footer
       where kept.version < excluded.version`,
      [organizationId, version, JSON.stringify(name), logo && JSON.stringify(logo), primaryColour, JSON.stringify(footer)],
    );
  }
}

/** How a body shows itself; null for one that has chosen nothing, and for what is no body's. */
export const findTheme = (tx: EntityManager, organizationId: string | null): Promise<ThemeCopy | null> =>
  organizationId === null ? Promise.resolve(null) : tx.findOneBy(ThemeCopy, { organizationId });
