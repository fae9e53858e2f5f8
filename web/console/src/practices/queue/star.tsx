import { announce } from '@sportello/ui/announcer';
import { ask, keyOf } from '@sportello/ui/api';
import { useErrorWords } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { useMutation, useQueryClient } from '@tanstack/react-query';

interface Starred {
  id: string;
  number: string;
  isImportant: boolean;
}

/** Marks a practice as important for the reader, or takes the mark away. */
export function useStar() {
  const client = useQueryClient();
  const words = useErrorWords();
  return useMutation({
    mutationFn: ({ id, isImportant }: Pick<Starred, 'id' | 'isImportant'>) =>
      ask(isImportant ? 'rpc.practices.unstar.v1' : 'rpc.practices.star.v1', { id }),
    onSuccess: (_, { id }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: keyOf('rpc.practices.list-queue.v1') }),
        client.invalidateQueries({ queryKey: keyOf('rpc.practices.get.v1', { id }) }),
      ]),
    onError: (error) => announce(words(error).title, 'assertive'),
  });
}

/** The star of a practice: pressed when it is important. It shows the new state at once, and the old one if it failed. */
export function StarButton({ practice }: { practice: Starred }) {
  const text = useText();
  const star = useStar();
  const isOn = star.isPending && star.variables ? !star.variables.isImportant : practice.isImportant;
  return (
    <button
      type="button"
      className={`btn sp-icon-button ${isOn ? 'is-on' : ''}`}
      aria-pressed={isOn}
      aria-label={text('star.name', { number: practice.number })}
      title={text(isOn ? 'star.on' : 'star.off', { number: practice.number })}
      onClick={() => {
        if (!star.isPending) star.mutate({ id: practice.id, isImportant: practice.isImportant });
      }}
    >
      <Icon name={isOn ? 'it-star-full' : 'it-star-outline'} className="icon-sm" />
    </button>
  );
}
