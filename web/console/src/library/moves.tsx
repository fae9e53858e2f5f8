import type { AnswerOf, Subject } from '@sportello/contracts/web';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { InstantFields, instantOf, noInstant } from '../instant-fields.js';

type Article = AnswerOf<'rpc.knowledge.get-own-article.v1'>;
type Asking = 'return' | 'publish' | 'archive' | 'restore';

const changes: Subject[] = ['rpc.knowledge.get-own-article.v1', 'rpc.knowledge.list-own-articles.v1'];

/** What can be done with an article now; what needs a word more opens a dialog. */
export const Moves = ({ article, isDirty }: { article: Article; isDirty: boolean }) => {
  const text = useText();
  const role = useSession().account?.officer?.role;
  const [asking, setAsking] = useState<Asking | null>(null);
  const propose = useCommand('rpc.knowledge.propose-article.v1', changes);
  const discard = useCommand('rpc.knowledge.discard-changes.v1', changes);
  const highlight = useCommand('rpc.knowledge.highlight-article.v1', changes);
  const { id, version, moves, isPublished, isHighlighted } = article;
  const isBusy = propose.isPending || discard.isPending || highlight.isPending;
  const may = (move: Article['moves'][number]) => moves.includes(move);
  const button = (key: string, onClick: () => void, color = 'primary') => (
    <Button
      key={key}
      type="button"
      size="sm"
      outline
      color={color}
      aria-disabled={isBusy || isDirty || undefined}
      onClick={() => {
        if (!isBusy && !isDirty) onClick();
      }}
    >
      {text(`library.move.${key}`)}
    </Button>
  );
  const done = (key: string) => ({ onSuccess: () => toast({ words: text(`library.done.${key}`) }) });
  return (
    <>
      <div className="sp-operations mb-3">
        {may('propose') && button('propose', () => propose.mutate({ id, version }, done('propose')))}
        {may('publish') && button('publish', () => setAsking('publish'))}
        {may('return') && button('return', () => setAsking('return'))}
        {may('discard') && button('discard', () => discard.mutate({ id, version }, done('discard')), 'danger')}
        {may('restore') && article.revisions.length > 0 && button('restore', () => setAsking('restore'))}
        {isPublished &&
          role !== 'officer' &&
          button(isHighlighted ? 'unhighlight' : 'highlight', () =>
            highlight.mutate({ id, version, isHighlighted: !isHighlighted }, done(isHighlighted ? 'unhighlight' : 'highlight')),
          )}
        {may('archive') && button('archive', () => setAsking('archive'), 'danger')}
      </div>
      {isDirty && <p className="form-text">{text('library.saveFirst')}</p>}
      {[propose.error, discard.error, highlight.error].map((error, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: one place for each command
        error ? <ErrorNote key={at} error={error} /> : null,
      )}
      {asking === 'return' && <ReturnDialog article={article} onClose={() => setAsking(null)} />}
      {asking === 'publish' && <PublishDialog article={article} onClose={() => setAsking(null)} />}
      {asking === 'archive' && <ArchiveDialog article={article} onClose={() => setAsking(null)} />}
      {asking === 'restore' && <RestoreDialog article={article} onClose={() => setAsking(null)} />}
    </>
  );
};

interface DialogProps {
  article: Article;
  onClose: () => void;
}

const useDone = (key: Asking, onClose: () => void) => {
  const text = useText();
  return {
    onSuccess: () => {
      toast({ words: text(`library.done.${key}`) });
      onClose();
    },
  };
};

const ReturnDialog = ({ article: { id, version }, onClose }: DialogProps) => {
  const text = useText();
  const [reason, setReason] = useState('');
  const command = useCommand('rpc.knowledge.return-article.v1', changes);
  const done = useDone('return', onClose);
  return (
    <ActionDialog
      title={text('library.move.return')}
      lead={text('library.return.lead')}
      send={text('library.move.return')}
      isPending={command.isPending}
      error={command.error}
      onClose={onClose}
      onSend={() => command.mutate({ id, version, reason: reason.trim() || null }, done)}
    >
      <TextField label={text('library.return.reason')} value={reason} onChange={setReason} rows={3} hasFocus input={{ maxLength: 2_000 }} />
    </ActionDialog>
  );
};

/** At once, or in the morning of a day to come. */
const PublishDialog = ({ article: { id, version }, onClose }: DialogProps) => {
  const text = useText();
  const [typed, setTyped] = useState(noInstant);
  const [isWrong, setWrong] = useState(false);
  const command = useCommand('rpc.knowledge.publish-article.v1', changes);
  const done = useDone('publish', onClose);
  const isNow = typed.date === '' && typed.time === '';
  const send = () => {
    const at = isNow ? null : instantOf(typed);
    setWrong(!isNow && at === null);
    if (isNow || at !== null) command.mutate({ id, version, at }, done);
  };
  return (
    <ActionDialog
      title={text('library.move.publish')}
      lead={text('library.publish.lead')}
      send={text('library.move.publish')}
      isPending={command.isPending}
      error={command.error}
      onClose={onClose}
      onSend={send}
    >
      <p className="form-text">{text('library.publish.at.help')}</p>
      <InstantFields
        label={text('library.publish.at')}
        typed={typed}
        isRequired={false}
        error={isWrong ? text('library.publish.at.wrong') : undefined}
        onChange={(part) => {
          setTyped({ ...typed, ...part });
          setWrong(false);
        }}
      />
    </ActionDialog>
  );
};

const ArchiveDialog = ({ article: { id, version }, onClose }: DialogProps) => {
  const text = useText();
  const [reason, setReason] = useState('');
  const [replacedBy, setReplacedBy] = useState('');
  const command = useCommand('rpc.knowledge.archive-article.v1', changes);
  const done = useDone('archive', onClose);
  return (
    <ActionDialog
      title={text('library.move.archive')}
      lead={text('library.archive.lead')}
      send={text('library.move.archive')}
      color="danger"
      isPending={command.isPending}
      isOff={reason.trim() === ''}
      error={command.error}
      onClose={onClose}
      onSend={() => command.mutate({ id, version, reason, replacedBy: replacedBy.trim().toUpperCase() || null }, done)}
    >
      <TextField
        label={text('library.archive.reason')}
        value={reason}
        onChange={setReason}
        rows={3}
        isRequired
        hasFocus
        input={{ maxLength: 2_000 }}
      />
      <TextField
        label={text('library.archive.replacedBy')}
        help={text('library.archive.replacedBy.help')}
        value={replacedBy}
        onChange={setReplacedBy}
        input={{ maxLength: 11 }}
      />
    </ActionDialog>
  );
};

const RestoreDialog = ({ article: { id, version, revisions }, onClose }: DialogProps) => {
  const text = useText();
  const [chosen, setChosen] = useState(String(revisions[0]?.revision ?? 1));
  const command = useCommand('rpc.knowledge.restore-article.v1', changes);
  const done = useDone('restore', onClose);
  return (
    <ActionDialog
      title={text('library.move.restore')}
      lead={text('library.restore.lead')}
      send={text('library.move.restore')}
      isPending={command.isPending}
      error={command.error}
      onClose={onClose}
      onSend={() => command.mutate({ id, version, revision: Number(chosen) }, done)}
    >
      <SelectField
        label={text('library.restore.revision')}
        value={chosen}
        options={revisions.map(({ revision, at, authorName }) => ({
          value: String(revision),
          label: text('library.restore.option', { revision, at: formatDateTime(at), author: authorName }),
        }))}
        onChange={setChosen}
      />
    </ActionDialog>
  );
};
