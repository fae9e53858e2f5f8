import { newId } from '@sportello/contracts/id';
import { servicePathOfNumber } from '@sportello/contracts/practices/service-path';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { LocalLink, useGo, useText } from '@sportello/ui/i18n';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Practice } from './practice.js';
import { practicePath } from './practice-path.js';

/** "Modifica": what was sent stays, and a new request begins with its answers (PRA-12, CAT-73). */
export const CorrectedCopy = ({ practice: { id, number } }: { practice: Practice }) => {
  const text = useText();
  const go = useGo();
  /** Chosen once: pressed twice, it is one copy. */
  const [copyId] = useState(newId);
  const duplicate = useCommand('rpc.practices.duplicate.v1', ['rpc.practices.list-own.v1', 'rpc.practices.list-related.v1']);
  return (
    <>
      <p className="mb-2">
        {text('practice.change.detail')} {text('copy.detail')}
      </p>
      <p className="mb-2 sp-no-print">
        <Button
          type="button"
          outline
          color="primary"
          size="sm"
          aria-disabled={duplicate.isPending || undefined}
          onClick={() => {
            if (!duplicate.isPending) duplicate.mutate({ id, copyId }, { onSuccess: (copy) => go(practicePath(copy)) });
          }}
        >
          {duplicate.isPending ? text('ui.wait') : text('copy.start')}
        </Button>
      </p>
      {duplicate.error ? <ErrorNote error={duplicate.error} /> : null}
      <p className="mb-1">
        <LocalLink to={servicePathOfNumber(number)}>{text('practice.change.again')}</LocalLink>
      </p>
    </>
  );
};
