import { announce } from '@sportello/ui/announcer';
import { useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';

const changes = ['rpc.practices.list-own.v1', 'rpc.practices.get.v1'] as const;

/** The reader's own mark, which puts a request among the important ones (PRA-13). */
export const Star = ({ id, number, isImportant }: { id: string; number: string; isImportant: boolean }) => {
  const text = useText();
  const star = useCommand('rpc.practices.star.v1', changes);
  const unstar = useCommand('rpc.practices.unstar.v1', changes);
  const isPending = star.isPending || unstar.isPending;
  const isOn = star.isPending ? true : unstar.isPending ? false : isImportant;
  const press = () => {
    if (isPending) return;
    (isImportant ? unstar : star).mutate(
      { id },
      { onSuccess: (answer) => announce(text(answer.isImportant ? 'star.added' : 'star.removed', { number })) },
    );
  };
  return (
    <button type="button" className="btn sp-star" aria-pressed={isOn} aria-label={text('star.label', { number })} onClick={press}>
      <Icon name={isOn ? 'it-star-full' : 'it-star-outline'} className="icon-sm icon-primary" />
    </button>
  );
};
