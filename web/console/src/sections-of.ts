import { mayDo, type Role } from '@sportello/contracts/permissions';
import { type Section, sections } from './sections.js';

/** The sections that a role has. */
export const sectionsOf = (role: Role) =>
  sections.filter(({ permission, roles }: Section) => mayDo([role], permission) && (roles?.includes(role) ?? true));
