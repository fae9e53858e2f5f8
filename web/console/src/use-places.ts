import { useText } from '@sportello/ui/i18n';
import { useSessionReading } from '@sportello/ui/session';
import { type Place, placesOf } from './places.js';

/** The sections of whoever is signed in, with their names. */
export function usePlaces(): (Place & { label: string })[] {
  const text = useText();
  const role = useSessionReading().state?.account?.officer?.role;
  return role ? placesOf(role).map((place) => ({ ...place, label: text(`place.${place.key}`) })) : [];
}
