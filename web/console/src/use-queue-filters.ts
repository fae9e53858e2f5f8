import { useAsk } from '@sportello/ui/api';

/** The services of the officer, the states that each can reach, and how many practices wait. */
export const useQueueFilters = (enabled = true) => useAsk('rpc.practices.get-queue-filters.v1', {}, { enabled, staleTimeMs: 60_000 });
