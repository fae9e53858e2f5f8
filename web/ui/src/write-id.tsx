import { newId } from '@sportello/contracts/id';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keyOf, ProblemError } from './api.js';
import { Done } from './done.js';
import { useFollowed } from './followed.js';
import { useText } from './i18n.js';

/**
 * The id of what is being written: kept until it is sent, so that pressing twice, or again after a failure, writes once. What was changed after a
 * sending whose answer never came is another message, once it is known that the first one arrived.
 */
export const useWriteId = () => {
  const { doors } = useFollowed();
  const client = useQueryClient();
  const [writeId, setWriteId] = useState(newId);
  const [wasSent, setWasSent] = useState(0);
  return {
    writeId,
    /** How often it turned out that what was written before the last change had arrived; 0 when that is not what was answered last. */
    wasSent,
    renew: () => {
      setWriteId(newId());
      setWasSent(0);
    },
    onError: (error: unknown) => {
      if (!(error instanceof ProblemError && error.kind === 'id-reused')) return setWasSent(0);
      setWriteId(newId());
      setWasSent((count) => count + 1);
      void client.invalidateQueries({ queryKey: keyOf(doors.listMessages) });
    },
  };
};

/** Stands in the place of the error that said so. */
export const WasSent = ({ of }: { of: number }) => <Done of={of}>{useText()('ui.messages.wasSent')}</Done>;
