import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Button } from 'design-react-kit';

/** The history as a file that proves what happened and when (PRA-92). */
export const HistoryFile = ({ id }: { id: string }) => {
  const text = useText();
  const history = useCommand('rpc.practices.get-history.v1');
  return (
    <div className="sp-no-print mt-3">
      <p id="storico-file">
        {text('history.download.detail')} <LocalLink to="/verifica-storico">{text('history.download.check')}</LocalLink>
      </p>
      <Button
        type="button"
        outline
        color="primary"
        size="sm"
        aria-describedby="storico-file"
        aria-disabled={history.isPending || undefined}
        onClick={() => {
          if (!history.isPending) history.mutate({ id }, { onSuccess: save });
        }}
      >
        <Icon name="it-download" className="icon-sm icon-primary me-1" />
        {history.isPending ? text('ui.wait') : text('history.download')}
      </Button>
      {history.error ? <ErrorNote error={history.error} /> : null}
    </div>
  );
};

/** Hands a text to the browser as a file, byte by byte as it came. */
function save({ name, text }: { name: string; text: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
