import { ProblemError } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useSay } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { State } from '../state.js';

export const Notices = () => {
  const say = useSay();
  const error = new ProblemError({
    type: 'invalid-input',
    status: 422,
    title: say({ it: 'Il prestito non si può rinnovare', en: 'The loan cannot be renewed' }),
    detail: say({ it: 'Qualcuno aspetta questo libro.', en: 'Somebody waits for this book.' }),
    instance: 'a1b2c3',
  });
  const show = (undo?: () => Promise<unknown>) => toast({ words: say({ it: 'Prestito rinnovato', en: 'Loan renewed' }), undo });
  return (
    <>
      <State name={{ it: 'Da sapere', en: 'To know' }}>
        <Notice>{say({ it: 'La biblioteca è chiusa il 24 e il 31 dicembre.', en: 'The library is closed on 24 and 31 December.' })}</Notice>
      </State>
      <State name={{ it: 'Errore accanto all’azione', en: 'Error beside the action' }}>
        <ErrorNote error={error} onRetry={() => undefined} />
      </State>
      <State name={{ it: 'Ultima operazione, letta anche ad alta voce', en: 'Last action, read aloud too' }}>
        <div className="ct-buttons">
          <Button type="button" outline color="primary" size="sm" onClick={() => show()}>
            {say({ it: 'Fatto', en: 'Done' })}
          </Button>
          <Button type="button" outline color="primary" size="sm" data-walk onClick={() => show(() => Promise.resolve())}>
            {say({ it: 'Fatto, e si può annullare', en: 'Done, and can be undone' })}
          </Button>
        </div>
      </State>
    </>
  );
};
