import { findComune } from '@sportello/italy/territory';
import { z } from 'zod';

const Text = z.string().trim().min(1);
const Person = z.object({
  givenName: Text,
  familyName: Text,
  fiscalCode: Text.transform((code) => code.toUpperCase()),
  birthDate: z.iso.date().nullable().catch(null).default(null),
  mail: Text.nullable().catch(null).default(null),
});
export type ListedPerson = z.infer<typeof Person>;

const Content = z.object({ municipality: Text.nullable().catch(null).default(null), users: z.array(z.unknown()).catch([]).default([]) });

interface Listed {
  people: ListedPerson[];
  /** The comune by its ISTAT code; null where the form does not ask for it, or it is none. */
  comune: { code: string; name: string } | null;
}

/** Whom a request of enabling lists, in order: the block `users` of its form, and the comune in its field `municipality`. */
export function peopleListed(content: unknown): Listed {
  const { municipality, users } = Content.catch({ municipality: null, users: [] }).parse(content);
  const comune = municipality === null ? undefined : findComune(municipality);
  const people = users.flatMap((user) => Person.safeParse(user).data ?? []);
  return { people, comune: comune ? { code: comune.istatCode, name: comune.name } : null };
}
