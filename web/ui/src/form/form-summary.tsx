import type { Form } from '@sportello/forms/form';
import { summaryOf } from '@sportello/forms/summary';
import { Button } from 'design-react-kit';
import { useEffect, useState } from 'react';
import { useAsk } from '../api.js';
import { useLanguage, useText } from '../i18n.js';
import { ErrorState, Loaded, Skeleton } from '../page-states.js';
import { Panel } from '../panel.js';
import { SummaryList } from '../summary-list.js';
import { LinkedText } from './linked-text.js';
import { useComuneNames } from './places.js';
import { isForm, type Values } from './values.js';

interface FormSummaryProps {
  form: Form;
  values: Values;
  /** Goes back to a page of the form: draws "Modifica" beside each (CAT-82). */
  onEdit?: (pageKey: string) => void;
  /** Level of the headings: 2 under a page's title, 3 inside a part of a page. */
  level?: 2 | 3;
}

/** The compiled form as text, page by page. */
export const FormSummary = ({ form, values, onEdit, level = 2 }: FormSummaryProps) => {
  const text = useText();
  const language = useLanguage();
  const comune = useComuneNames(form, values);
  const Heading = level === 2 ? 'h2' : 'h3';
  const SubHeading = level === 2 ? 'h3' : 'h4';
  return (
    <>
      {summaryOf(form, values, language, { comune }).map((page) => (
        <Panel key={page.key}>
          <div className="sp-item-head">
            <Heading className="h5 mb-0">{page.title}</Heading>
            {onEdit && (
              <Button type="button" color="link" className="p-0" onClick={() => onEdit(page.key)}>
                {text('ui.form.edit')}
                <span className="visually-hidden"> {page.title}</span>
              </Button>
            )}
          </div>
          {page.sections.map((section) => (
            <div key={section.key} className="mt-3">
              {section.title && <SubHeading className="h6">{section.title}</SubHeading>}
              {section.parts.map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a summary never move
                <div key={index}>
                  {part.title && <p className="sp-item-title">{part.title}</p>}
                  {part.text && <LinkedText text={part.text} />}
                  {part.rows.length > 0 && <SummaryList items={part.rows.map(({ label, value }) => ({ label, value }))} />}
                </div>
              ))}
            </div>
          ))}
        </Panel>
      ))}
    </>
  );
};

interface CompiledFormProps {
  practiceId: string;
  /** The one of the practice that is shown beside: an older content is read again. */
  version: number;
  level?: 2 | 3;
}

/** Reads and shows the form of a practice as it was compiled (PRA-47). */
export const CompiledForm = ({ practiceId, version, level }: CompiledFormProps) => {
  const text = useText();
  /** Whether what was sent is shown, of what an officer has corrected since (PRA-75). */
  const [isAsSent, setAsSent] = useState(false);
  const content = useAsk('rpc.practices.get-content.v1', { id: practiceId });
  const { refetch } = content;
  const isOld = content.data !== undefined && content.data.version < version;
  useEffect(() => {
    if (isOld) void refetch();
  }, [isOld, refetch]);
  const form = useAsk(
    'rpc.practices.get-form.v1',
    { id: content.data?.formId ?? '' },
    { enabled: content.data !== undefined, staleTimeMs: 3_600_000 },
  );
  return (
    <Loaded query={content}>
      {({ content: values, sent }) => (
        <Loaded query={form} skeleton={<Skeleton lines={6} />}>
          {({ definition }) =>
            isForm(definition) ? (
              <>
                {sent && (
                  <p>
                    {isAsSent && <span className="d-block">{text('ui.form.isSent')}</span>}
                    <Button type="button" color="link" className="p-0" onClick={() => setAsSent(!isAsSent)}>
                      {text(isAsSent ? 'ui.form.corrected' : 'ui.form.sent')}
                    </Button>
                  </p>
                )}
                <FormSummary form={definition} values={isAsSent && sent ? sent : values} level={level} />
              </>
            ) : (
              <ErrorState error={null} />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
};
