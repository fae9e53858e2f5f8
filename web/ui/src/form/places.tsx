import type { Form, Leaf } from '@sportello/forms/form';
import { useQueries } from '@tanstack/react-query';
import { ask, keyOf, useAsk } from '../api.js';
import { comuniIn, type Option, type Values } from './values.js';

type PlaceField = Extract<Leaf, { kind: 'region' | 'province' | 'comune' | 'school' }>;

const dayMs = 86_400_000;
const optionsOf = (items: readonly { code: string; name: string }[] | undefined): Option[] =>
  (items ?? []).map(({ code, name }) => ({ value: code, label: name }));

export interface PlaceOptions {
  options: Option[];
  isLoading: boolean;
  /** True while what it hangs on is not chosen: first the provincia, then the comune. */
  isWaiting: boolean;
  error: unknown;
  retry: () => void;
}

/** The options of a place or school; a comune waits for its province. */
export const usePlaces = (form: Form, field: PlaceField, scope: Values): PlaceOptions => {
  const within = 'within' in field && field.within ? scope[field.within] : undefined;
  const parent = typeof within === 'string' ? within : '';
  const isWaiting = 'within' in field && Boolean(field.within) && parent === '';
  const regions = useAsk('rpc.gateway.list-regions.v1', {}, { enabled: field.kind === 'region', staleTimeMs: dayMs });
  const region = field.kind === 'province' ? (field.region ?? parent) : '';
  const provinces = useAsk('rpc.gateway.list-provinces.v1', region ? { region } : {}, {
    enabled: field.kind === 'province' && !isWaiting,
    staleTimeMs: dayMs,
  });
  const comuni = useAsk(
    'rpc.gateway.list-comuni.v1',
    { province: parent },
    { enabled: field.kind === 'comune' && !isWaiting, staleTimeMs: dayMs },
  );
  if (field.kind === 'school') {
    const schools = (form.schools?.[field.source] ?? []).filter(({ comune }) => parent === '' || comune === parent);
    // One that hangs on no comune is found by its code (CAT-09).
    const named = field.within ? schools : schools.map(({ code, name }) => ({ code, name: `${code} - ${name}` }));
    return { options: optionsOf(named), isLoading: false, isWaiting, error: null, retry: () => undefined };
  }
  const query = field.kind === 'region' ? regions : field.kind === 'province' ? provinces : comuni;
  return {
    options: isWaiting ? [] : optionsOf(query.data?.items),
    isLoading: !isWaiting && query.isPending,
    isWaiting,
    error: query.error,
    retry: () => void query.refetch(),
  };
};

/** The postal codes of a chosen comune; none until they are known. */
export const useCaps = (comune: unknown): readonly string[] => {
  const isChosen = typeof comune === 'string' && /^\d{6}$/.test(comune);
  const province = isChosen ? comune.slice(0, 3) : '';
  const comuni = useAsk('rpc.gateway.list-comuni.v1', { province }, { enabled: isChosen, staleTimeMs: dayMs });
  return comuni.data?.items.find(({ code }) => code === comune)?.caps ?? [];
};

/** Names of the comuni in the values, for the summary: each is asked with its province's list. */
export const useComuneNames = (form: Form, values: Values): ((code: string) => string | undefined) => {
  const provinces = [...new Set(comuniIn(form, values).map((code) => code.slice(0, 3)))];
  const answers = useQueries({
    queries: provinces.map((province) => ({
      queryKey: keyOf('rpc.gateway.list-comuni.v1', { province }),
      queryFn: ({ signal }: { signal: AbortSignal }) => ask('rpc.gateway.list-comuni.v1', { province }, signal),
      staleTime: dayMs,
    })),
  });
  const names = new Map(answers.flatMap(({ data }) => (data?.items ?? []).map(({ code, name }) => [code, name] as const)));
  return (code) => names.get(code);
};
