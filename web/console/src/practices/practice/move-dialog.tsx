import { AcceptanceDialog, RefusalDialog, RequestDialog } from './amendment-dialogs.js';
import { DecisionDialog } from './decision-dialog.js';
import type { PracticeDialogProps } from './practice-dialog.js';

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
  }
};
