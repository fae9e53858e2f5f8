import type { Language } from '@sportello/contracts/contract';
import type { Session } from '@sportello/contracts/web';

type Profile = NonNullable<Session['account']>['profiles'][number];

const labels: Record<Profile['kind'], Record<Language, string>> = {
  citizen: { it: 'Utente Cittadino', en: 'Citizen' },
  mayor: { it: 'Sindaco o legale rappresentante', en: 'Mayor or legal representative' },
  school_head: { it: 'Dirigente Scolastico', en: 'School head' },
};

/** "Dirigente Scolastico - IC Leopardi": the words of the contracts, which do not travel to the browser. */
export const profileName = ({ kind, onBehalfOf }: Pick<Profile, 'kind' | 'onBehalfOf'>, language: Language): string =>
  onBehalfOf ? `${labels[kind][language]} - ${onBehalfOf}` : labels[kind][language];

/** "Dirigente Scolastico": what a profile of this kind is called. */
export const profileWord = (kind: Profile['kind'], language: Language): string => labels[kind][language];
