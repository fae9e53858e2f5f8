import { actionLabels } from '@sportello/contracts/practices/action-labels';
import { FileList } from '@sportello/ui/files';
import { formatDateTime, rome, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Panel } from '@sportello/ui/panel';
import { Registrations } from '@sportello/ui/registrations';
import { SummaryList } from '@sportello/ui/summary-list';
import { Button } from 'design-react-kit';
import type { Practice } from './practice.js';
import { SendReceipt } from './send-receipt.js';
import { Star } from './star.js';
import { usePrint } from './use-print.js';

/** The receipt and the copy of what was sent; they come by themselves a little after the sending. */
export const Receipts = ({ practice: { id, number, submittedAt, documents } }: { practice: Practice }) => {
  const text = useText();
  if (submittedAt === null) return null;
  return (
    <Panel aria-labelledby="documenti">
      <h2 id="documenti" className="h5">
        {text('practice.documents')}
      </h2>
      {documents.length === 0 ? (
        <p aria-busy="true">{text('practice.documents.coming')}</p>
      ) : (
        <>
          <FileList practiceId={id} files={documents} />
          <SendReceipt id={id} number={number} />
        </>
      )}
    </Panel>
  );
};

/** Number, dates, who works on it, and what the reader may do with the page. */
export const Particulars = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const say = useSay();
  const print = usePrint();
  const { id, number, isImportant, createdAt, submittedAt, registrations = [], officer, confirmationMail } = practice;
  const takenAt = practice.iter.findLast(({ move }) => move === 'take')?.at;
  return (
    <Panel aria-labelledby="dati">
      <h2 id="dati" className="h5">
        {text('practice.data')}
      </h2>
      <SummaryList
        items={[
          { label: text('practice.number'), value: number },
          ...(practice.action ? [{ label: text('practice.action'), value: say(actionLabels[practice.action]) }] : []),
          { label: text('practice.createdAt'), value: formatDateTime(createdAt) },
          ...(submittedAt ? [{ label: text('practice.submittedAt'), value: formatDateTime(submittedAt, rome) }] : []),
          ...(takenAt ? [{ label: text('practice.takenAt'), value: formatDateTime(takenAt) }] : []),
          { label: text('practice.office'), value: practice.officeName ?? practice.organizationName },
          ...(officer ? [{ label: text('practice.officer'), value: officer.name }] : []),
          ...(confirmationMail ? [{ label: text('practice.updates'), value: confirmationMail }] : []),
        ]}
      />
      {registrations.length > 0 && (
        <>
          <h3 className="h6 mt-3">{text('practice.protocol')}</h3>
          <Registrations registrations={registrations} />
        </>
      )}
      <div className="sp-operations mt-3 sp-no-print">
        <Star id={id} number={number} isImportant={isImportant} />
        <Button type="button" outline color="primary" size="sm" onClick={print}>
          <Icon name="it-print" className="icon-sm icon-primary me-1" />
          {text('practices.print')}
        </Button>
      </div>
    </Panel>
  );
};
