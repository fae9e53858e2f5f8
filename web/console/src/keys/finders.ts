import type { Text } from '@sportello/contracts/contract';
import { ask } from '@sportello/ui/api';
import type { Account } from '@sportello/ui/session';
import type { SectionKey } from '../sections.js';

export interface Found {
  id: string;
  name: string | Text;
  about?: string | Text;
  /** Path without language. */
  to: string;
}

interface Finder {
  /** It looks for those who have this section. */
  section: SectionKey;
  find: (search: string, officer: NonNullable<Account['officer']>, signal: AbortSignal) => Promise<Found[]>;
}

/** How many of each kind are shown: the section itself has the others. */
const limit = 6;

const at = (path: string, name: string, value: string) => `${path}?${new URLSearchParams({ [name]: value })}`;

/** What the search of the bar looks through, in this order, each by the door of its section. */
export const finders: readonly Finder[] = [
  {
    section: 'practices',
    find: async (search, _, signal) => {
      const { items } = await ask('rpc.practices.list-queue.v1', { search, limit }, signal);
      return items.map(({ id, number, applicantName }) => ({ id, name: number, about: applicantName, to: `/pratiche/${id}` }));
    },
  },
  {
    section: 'services',
    find: async (search, { organizationId }, signal) => {
      const { items } = await ask('rpc.practices.list-procedures.v1', { search, organizationId, limit }, signal);
      return items.map(({ id, title, subtitle, code }) => ({ id, name: title, about: subtitle, to: at('/servizi', 'q', code) }));
    },
  },
  {
    section: 'officers',
    find: async (search, _, signal) => {
      const { items } = await ask('rpc.identity.list-officers.v1', { search, limit }, signal);
      return items.map(({ id, givenName, familyName }) => ({ id, name: `${familyName} ${givenName}`, to: `/operatori/${id}` }));
    },
  },
];
