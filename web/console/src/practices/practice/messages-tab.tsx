import { mayDo } from '@sportello/contracts/permissions';
import { useText } from '@sportello/ui/i18n';
import { Messages } from '@sportello/ui/messages';
import { useSession } from '@sportello/ui/session';
import { type Asking, OfficeComposer } from '../../office-composer.js';
import type { Practice } from './actions.js';
import { TextsAtHand } from './texts-at-hand.js';

/** The messages and the private notes of a practice, and where to write the next one (PRA-41, PRA-42, PRA-48). */
export const MessagesTab = ({ practice, asking }: { practice: Practice; asking: Asking | null }) => {
  const text = useText();
  const { account } = useSession();
  const role = account?.officer?.role;
  // A forwarded practice is worked elsewhere: nobody here reads what would be written.
  const canWrite = practice.status !== 'acquired' && role !== undefined && mayDo([role], 'practices:write-to');
  return (
    <>
      <h2 className="sc-part-title">{text('messages.title')}</h2>
      <Messages
        practiceId={practice.id}
        side="office"
        canWrite={canWrite}
        composer={
          <OfficeComposer
            id={practice.id}
            canSend={canWrite}
            asking={asking}
            atHand={(words, onChange) => <TextsAtHand practice={practice} use="message" words={words} onChange={onChange} />}
          />
        }
      />
      {!canWrite && <p className="sc-none">{text('messages.closed')}</p>}
    </>
  );
};
