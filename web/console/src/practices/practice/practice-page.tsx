import { actionLabels } from '@sportello/contracts/practices/action-labels';
import { ProblemError, useAsk } from '@sportello/ui/api';
import { useGo, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { ErrorState, Skeleton, Stale } from '@sportello/ui/page-states';
import { RecordNav, RecordPage } from '@sportello/ui/record-page';
import { useSession } from '@sportello/ui/session';
import { StatusChip } from '@sportello/ui/status-chip';
import { TermNote } from '@sportello/ui/term';
import { useCommands } from '../../keys/commands.js';
import { usePaletteActions } from '../../keys/palette.js';
import { usePreference } from '../../preferences.js';
import { useRecordInView } from '../../record-in-view.js';
import { PresenceNote } from '../marks/presence.js';
import { StarButton, useStar } from '../queue/star.js';
import type { QueueRow } from '../queue/use-queue.js';
import { ActionBar } from './action-bar.js';
import { type Action, handsOn, type Practice, turnOf } from './actions.js';
import { ArchiveLink } from './archive-link.js';
import { useHolder } from './holder.js';
import { PracticeTabs } from './practice-tabs.js';
import { ReadersLink } from './readers-link.js';
import './practice.css';

interface PracticePageProps {
  id: string;
  /** The list that one came from, with its filters. */
  listAddress: string;
  /** The rows of the view, for going on to the next. */
  rows: readonly QueueRow[];
  hasMore: boolean;
  onOpen: (row: QueueRow) => void;
}

/** Everything about one practice in a single place (PRA-43). */
export const PracticePage = ({ id, listAddress, rows, hasMore, onOpen }: PracticePageProps) => {
  const text = useText();
  const go = useGo();
  const [after] = usePreference('after');
  const query = useAsk('rpc.practices.get.v1', { id });
  const practice = query.data;
  const { number, next, previous, copy } = useRecordInView({ id, rows, listAddress, onOpen, number: practice?.number });
  const star = useStar();
  const toggleStar = () => {
    if (practice && !star.isPending) star.mutate(practice);
  };
  useCommands({ star: toggleStar });
  usePaletteActions(
    practice
      ? [
          { name: text(practice.isImportant ? 'action.unstar' : 'action.star'), run: toggleStar, command: 'star' },
          { name: text('keys.copy-number'), run: copy, command: 'copy-number' },
        ]
      : [],
  );

  const onDone = (action: Action) => {
    if (!handsOn(action)) return;
    if (after === 'next' && next) onOpen(next);
    else if (after !== 'stay') go(listAddress);
  };
  const isMissing = query.error instanceof ProblemError && query.error.status === 404;
  const title = isMissing ? text('practice.missing.title') : (number ?? text('practice.loading'));
  return (
    <RecordPage
      title={title}
      appName={text('console.name')}
      nav={
        <RecordNav
          label={text('queue.title')}
          listAddress={listAddress}
          at={rows.findIndex((one) => one.id === id) + 1}
          of={rows.length}
          hasMore={hasMore}
          onPrevious={previous ? () => onOpen(previous) : undefined}
          onNext={next ? () => onOpen(next) : undefined}
        />
      }
      kind={practice && <ServiceName practice={practice} />}
      tools={
        <>
          {number && !isMissing && (
            <button
              type="button"
              className="btn sp-icon-button"
              aria-label={text('practice.copy', { number })}
              title={text('practice.copy', { number })}
              onClick={copy}
            >
              <Icon name="it-copy" className="icon-sm" />
            </button>
          )}
          {practice && <ArchiveLink id={practice.id} number={practice.number} />}
          {practice && <ReadersLink number={practice.number} />}
          {practice && <StarButton practice={practice} />}
        </>
      }
      standing={practice && <Standing practice={practice} />}
    >
      {practice && query.error && <Stale at={query.dataUpdatedAt} onRefresh={() => void query.refetch()} />}
      {practice ? (
        <>
          {!practice.isOnlyAsked && <PresenceNote id={practice.id} />}
          <ActionBar practice={practice} onDone={onDone} />
          <PracticeTabs practice={practice} />
        </>
      ) : isMissing ? (
        <p>{text('practice.missing.text')}</p>
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={12} />
      )}
    </RecordPage>
  );
};

const ServiceName = ({ practice }: { practice: Practice }) => {
  const say = useSay();
  return (
    <>
      {practice.action && <strong>{say(actionLabels[practice.action])}: </strong>}
      {say(practice.procedureTitle)} <span>{say(practice.procedureSubtitle)}</span>
    </>
  );
};

/** Who asked, where it stands, whose turn it is and who holds it. */
const Standing = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const { account } = useSession();
  const holder = useHolder();
  const turn = turnOf(practice);
  const isMine = turn === 'officer' && [practice.officer?.id, practice.substitute?.id].includes(account?.personId);
  return (
    <>
      <p className="sc-practice-applicant">{practice.applicant?.name}</p>
      <div className="sc-standing">
        <StatusChip status={practice.status} />
        <span className="sc-turn">{text(`turn.${isMine ? 'me' : turn}`)}</span>
        <span className="sc-holder">
          <Icon name="it-user" className="icon-xs" />
          {holder(practice)}
        </span>
      </div>
      {practice.term && <TermNote term={practice.term} />}
    </>
  );
};
