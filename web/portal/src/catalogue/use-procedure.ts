import { isId } from '@sportello/contracts/id';
import { slugOf } from '@sportello/italy/search-words';
import { ProblemError, useAsk } from '@sportello/ui/api';

/** The service that an address names, by its id or by the words of its code. */
export const useProcedure = (name: string) => {
  const isById = isId(name);
  const byId = useAsk('rpc.practices.get-procedure.v1', { id: name }, { enabled: isById });
  const byCode = useAsk('rpc.practices.find-procedure.v1', { code: slugOf(name) }, { enabled: !isById });
  const { data, error, refetch } = isById ? byId : byCode;
  const status = error instanceof ProblemError ? error.status : undefined;
  // What is no code at all is not there either.
  return { procedure: data, error, refetch, isMissing: status === 404 || status === 422, isWithdrawn: status === 410 };
};
