import { slugOf } from '@sportello/italy/search-words';
import { ProblemError, useAsk } from '@sportello/ui/api';
import { isUuid } from '../slugs.js';

/** The service that an address names, by its id or by the words of its code. */
export const useProcedure = (name: string) => {
  const isId = isUuid(name);
  const byId = useAsk('rpc.practices.get-procedure.v1', { id: name }, { enabled: isId });
  const byCode = useAsk('rpc.practices.find-procedure.v1', { code: slugOf(name) }, { enabled: !isId });
  const { data, error, refetch } = isId ? byId : byCode;
  const status = error instanceof ProblemError ? error.status : undefined;
  // What is no code at all is not there either.
  return { procedure: data, error, refetch, isMissing: status === 404 || status === 422, isWithdrawn: status === 410 };
};
