import type { Output } from '@sportello/contracts/contract';
import type { describePeople } from '@sportello/contracts/identity/people';

/** What is known of who fills in a form, by the paths that its fields name under `prefill`. */
export interface KnownPerson {
  person: Record<string, string | null>;
  /** What she acts for, where she acts for somebody: the comune by its ISTAT code (IDE-30). */
  profile?: Record<string, string | null>;
}

type Described = Output<typeof describePeople>['items'][number];

/** From what identity says of her. @param profileId the profile that she wears */
export const knownPerson = (
  { identity, mail, mobilePhone, profiles }: Pick<Described, 'identity' | 'mail' | 'mobilePhone' | 'profiles'>,
  profileId: string | null,
): KnownPerson => {
  const { comune = null, onBehalfOf = null } = profiles?.find(({ id }) => id === profileId) ?? {};
  return {
    person: { ...identity, fullName: `${identity.givenName} ${identity.familyName}`, mail, mobilePhone },
    ...(onBehalfOf !== null && { profile: { onBehalfOf, comune, province: comune?.slice(0, 3) ?? null } }),
  };
};
