import type { AnswerOf } from '@sportello/contracts/web';
import { issuesOf } from '@sportello/forms/check';
import { holds } from '@sportello/forms/conditions';
import type { Form } from '@sportello/forms/form';
import { useAsk } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { useComuneNames } from '@sportello/ui/form/places';
import { useValidator } from '@sportello/ui/form/use-compilation';
import { isForm, type Values } from '@sportello/ui/form/values';
import { formatAgo, formatDateTime, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { useSession } from '@sportello/ui/session';
import { StatusChip } from '@sportello/ui/status-chip';
import { Button } from 'design-react-kit';
import { practicePath } from '../practices/practice-path.js';
import { aboutOf, firstOpenStep } from './open-steps.js';

type Draft = AnswerOf<'rpc.practices.prepare.v1'>['drafts'][number];

interface DraftChoiceProps {
  drafts: readonly Draft[];
  /** The link leads to this same page: it is told which draft it goes on with. */
  onResume: (id: string) => void;
  onNew: () => void;
}

/** The drafts that one already has: go on with one, or begin another (CAT-72). */
export const DraftChoice = ({ drafts, onResume, onNew }: DraftChoiceProps) => {
  const text = useText();
  return (
    <Panel aria-labelledby="bozze">
      <h2 id="bozze" className="h4">
        {text('drafts.title', { count: drafts.length })}
      </h2>
      <p>{text('drafts.detail')}</p>
      <ul className="sp-practice-links mb-4">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              {draft.number} <StatusChip status={draft.status} />
              <Contents draft={draft} />
            </span>
            <ButtonLink
              color="primary"
              size="sm"
              to={practicePath(draft)}
              onClick={({ ctrlKey, metaKey, shiftKey }) => {
                // In a tab of its own it opens there alone.
                if (draft.status === 'draft' && !ctrlKey && !metaKey && !shiftKey) onResume(draft.id);
              }}
              aria-label={text(draft.status === 'draft' ? 'drafts.resumeNamed' : 'practices.openNamed', { number: draft.number })}
            >
              {text(draft.status === 'draft' ? 'drafts.resume' : 'practices.open')}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <Button type="button" outline color="primary" onClick={onNew}>
        {text('drafts.new')}
      </Button>
    </Panel>
  );
};

/** How old a draft is and, once it has been read, of whom and what it is and how far it has come. */
const Contents = ({ draft }: { draft: Draft }) => {
  const text = useText();
  const language = useLanguage();
  const { serverNow } = useSession();
  const content = useAsk('rpc.practices.get-content.v1', { id: draft.id }, { staleTimeMs: 0 });
  const form = useAsk(
    'rpc.practices.get-form.v1',
    { id: content.data?.formId ?? '' },
    { enabled: content.data !== undefined, staleTimeMs: 3_600_000 },
  );
  const definition: unknown = form.data?.definition;
  const ago = formatAgo(draft.changedAt, serverNow(), language);
  return (
    <>
      {content.data && isForm(definition) && (
        <About form={definition} formId={content.data.formId} values={content.data.content} isDraft={draft.status === 'draft'} />
      )}
      <span className="d-block text-secondary">{text('drafts.changed', { at: formatDateTime(draft.changedAt), ago })}</span>
    </>
  );
};

const About = ({ form, formId, values, isDraft }: { form: Form; formId: string; values: Values; isDraft: boolean }) => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const comune = useComuneNames(form, values);
  const validator = useValidator(formId);
  const about = aboutOf(form, values, language, comune);
  const pages = form.pages.filter(({ sections }) => sections.some(({ showIf }) => holds(showIf, values)));
  const errors = validator.data ? issuesOf(form, validator.data, values).filter(({ severity }) => severity === 'error') : [];
  const step = firstOpenStep(pages, errors);
  const title = pages[step] ? say(pages[step].title) : text('request.review');
  return (
    <>
      <span className="d-block">{about.length > 0 ? about.join(', ') : text('drafts.unwritten')}</span>
      {validator.data && isDraft && (
        <span className="d-block">
          {text('ui.wizard.step', { step: step + 1, steps: pages.length + 1 })}: {title}
        </span>
      )}
    </>
  );
};
