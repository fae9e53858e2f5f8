import { AcceptanceDialog, RefusalDialog } from './amendment-dialogs.js';
import { AnnouncementDialog, RequestDialog } from './asking-dialogs.js';
import { DecisionDialog } from './decision-dialog.js';
import { AssignDialog, ReleaseDialog, TakeOverDialog } from './hands-dialogs.js';
import { AskOpinionDialog, DropOpinionDialog, GiveOpinionDialog } from './opinion-dialogs.js';
import type { PracticeDialogProps } from './practice-dialog.js';
import { CancelDialog, CloseDialog, ReopenDialog } from './reason-dialog.js';

/** The dialog of a move. */
export const MoveDialog = (props: PracticeDialogProps) => {
  switch (props.action) {
    case 'approve':
    case 'reject':
      return <DecisionDialog {...props} action={props.action} />;
    case 'request-amendment':
      return <RequestDialog {...props} />;
    case 'refuse-amendment':
      return <RefusalDialog {...props} />;
    case 'accept-amendment':
      return <AcceptanceDialog {...props} />;
    case 'announce-refusal':
      return <AnnouncementDialog {...props} />;
    case 'ask-opinion':
      return <AskOpinionDialog {...props} />;
    case 'give-opinion':
      return <GiveOpinionDialog {...props} />;
    case 'drop-opinion':
      return <DropOpinionDialog {...props} />;
    case 'close-amendment':
      return <CloseDialog {...props} />;
    case 'cancel':
      return <CancelDialog {...props} />;
    case 'reopen-closed':
      return <ReopenDialog {...props} />;
    case 'take-over':
      return <TakeOverDialog {...props} />;
    case 'assign':
      return <AssignDialog {...props} />;
    case 'release':
      return <ReleaseDialog {...props} />;
  }
};
