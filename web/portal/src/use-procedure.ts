import { useAsk } from '@sportello/ui/api';
import { isUuid, slugOf } from './slugs.js';

/** The service that an address names, by its id or by the words of its code. */
export const useProcedure = (name: string) => {
  const isId = isUuid(name);
  const byId = useAsk('rpc.practices.get-procedure.v1', { id: name }, { enabled: isId });
  const all = useAsk('rpc.practices.list-procedures.v1', { limit: 100 }, { enabled: !isId });
  if (isId) return { procedure: byId.data, error: byId.error, refetch: byId.refetch, isMissing: false };
  const procedure = all.data?.items.find(({ code }) => slugOf(code) === slugOf(name));
  return { procedure, error: all.error, refetch: all.refetch, isMissing: all.data !== undefined && !procedure };
};
