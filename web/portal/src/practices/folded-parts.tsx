import { Collapsible } from '@sportello/ui/collapsible';
import { SeenFiles } from '@sportello/ui/file-viewer';
import { CompiledForm } from '@sportello/ui/form/form-summary';
import { useText } from '@sportello/ui/i18n';
import { Iter } from '@sportello/ui/iter';
import { Messages } from '@sportello/ui/messages';
import { SummaryList } from '@sportello/ui/summary-list';
import { HistoryFile } from './history-file.js';
import type { Practice } from './practice.js';
import { Readers } from './readers.js';

/** What is looked up rather than read: messages, history, files, the form, the technical proof (PRA-11). */
export const FoldedParts = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const { id, mark, version } = practice;
  const own = [...practice.attachments, ...practice.amendments.flatMap(({ answerAttachments }) => answerAttachments)];
  const issued = [...(practice.outcome?.attachments ?? []), ...practice.amendments.flatMap(({ askedAttachments }) => askedAttachments)];
  return (
    <>
      {practice.submittedAt !== null && (
        <Collapsible title={text('practice.messages')}>
          <Messages practiceId={id} side="applicant" canWrite={practice.status !== 'acquired'} />
        </Collapsible>
      )}
      <Collapsible title={text('practice.history')} isOpen>
        <Iter passages={practice.iter} label={text('practice.iter')} />
        {practice.submittedAt !== null && <HistoryFile id={id} />}
      </Collapsible>
      <Collapsible title={text('practice.attachments')} count={own.length}>
        {own.length === 0 ? <p>{text('practice.attachments.none')}</p> : <SeenFiles practiceId={id} files={own} />}
      </Collapsible>
      <Collapsible title={text('practice.acts')} count={issued.length}>
        {issued.length === 0 ? <p>{text('practice.acts.none')}</p> : <SeenFiles practiceId={id} files={issued} />}
      </Collapsible>
      <Collapsible title={text('practice.form')}>
        <CompiledForm practiceId={id} version={version} level={3} />
      </Collapsible>
      {practice.submittedAt !== null && (
        <Collapsible title={text('practice.readers')}>
          <Readers practiceId={id} />
        </Collapsible>
      )}
      {mark && (
        <Collapsible title={text('practice.mark')}>
          <p>{text('practice.mark.detail')}</p>
          <SummaryList
            items={[
              { label: text('practice.mark.at'), value: mark.submittedAt },
              { label: text('practice.mark.position'), value: mark.position },
              { label: text('practice.mark.hash'), value: <code className="sp-break">{mark.contentSha256}</code> },
              ...(mark.kid ? [{ label: text('practice.mark.kid'), value: <code className="sp-break">{mark.kid}</code> }] : []),
              { label: text('practice.mark.signature'), value: <code className="sp-break">{mark.signature}</code> },
            ]}
          />
        </Collapsible>
      )}
    </>
  );
};
