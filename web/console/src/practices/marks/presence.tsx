import { ask } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** How often the page says that it is open, in milliseconds: well within what the server waits. */
const SAID_EVERY = 10_000;

/** True while the focus is where a text is written. */
const useIsWriting = (): boolean => {
  const [isWriting, setWriting] = useState(false);
  useEffect(() => {
    const look = () => setWriting(document.activeElement instanceof HTMLTextAreaElement);
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', look);
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', look);
    };
  }, []);
  return isWriting;
};

/** Which colleagues have this practice open too, and who of them is writing (PRA-89). */
export const PresenceNote = ({ id }: { id: string }) => {
  const text = useText();
  const isWriting = useIsWriting();
  const { data } = useQuery({
    queryKey: ['presence', id, isWriting],
    queryFn: ({ signal }) => ask('rpc.practices.note-presence.v1', { id, isWriting }, signal),
    refetchInterval: SAID_EVERY,
    placeholderData: (before) => before,
    retry: false,
  });
  useEffect(
    () => () => {
      // Who leaves without a word is forgotten anyway.
      void ask('rpc.practices.end-presence.v1', { id }).catch(() => undefined);
    },
    [id],
  );
  const others = data?.others ?? [];
  return (
    <div role="status" className="sc-presence">
      {others.map((other) => (
        <p key={other.name} className={other.isWriting ? 'is-writing' : ''}>
          <Icon name={other.isWriting ? 'it-pencil' : 'it-password-visible'} className="icon-xs" />
          {text(other.isWriting ? 'presence.writing' : 'presence.looking', { name: other.name })}
        </p>
      ))}
    </div>
  );
};
