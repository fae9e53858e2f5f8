import type { Output } from '@sportello/contracts/contract';
import type { describePeople } from '@sportello/contracts/identity/people';

/** What is known of who fills in a form, by the paths that its fields name under `prefill`. */
export interface KnownPerson {
  person: Record<string, string | null>;
}

type Described = Output<typeof describePeople>['items'][number];

/** From what identity says of her. */
export const knownPerson = ({ identity, mail, mobilePhone }: Pick<Described, 'identity' | 'mail' | 'mobilePhone'>): KnownPerson => ({
  person: { ...identity, fullName: `${identity.givenName} ${identity.familyName}`, mail, mobilePhone },
});
