import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk, useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { isForm } from '@sportello/ui/form/values';
import { useSay, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Loaded } from '@sportello/ui/page-states';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { FormPreview } from '../../forms/form-preview.js';
import type { Service } from './service.js';

type Tried = AnswerOf<'rpc.practices.try-request.v1'>;

/** Whoever works a service tries it as people will use it: no practice is made, no number taken, nobody told. */
export const ServiceTrial = ({ service: { id: procedureId, formId } }: { service: Service }) => {
  const text = useText();
  const [isShown, setShown] = useState(false);
  const form = useAsk('rpc.practices.get-form.v1', { id: formId ?? '' }, { enabled: isShown && formId !== null });
  const trial = useCommand('rpc.practices.try-request.v1');
  if (!formId) return <p className="mt-4">{text('services.forms.none')}</p>;
  return (
    <div className="mt-4">
      <Button type="button" outline color="primary" size="sm" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {text(isShown ? 'services.forms.hide' : 'services.trial')}
      </Button>
      {isShown && (
        <Loaded query={form}>
          {({ definition }) =>
            isForm(definition) ? (
              <>
                <Notice className="mt-3">{text('services.trial.lead')}</Notice>
                <FormPreview
                  form={definition}
                  trial={{ ...trial, issues: trial.data?.issues, onTry: (content) => trial.mutate({ procedureId, content }) }}
                />
                {trial.data && <Outcome tried={trial.data} />}
              </>
            ) : null
          }
        </Loaded>
      )}
    </div>
  );
};

/** What would follow, had it been sent. */
const Outcome = ({ tried: { issues, follows } }: { tried: Tried }) => {
  const text = useText();
  const say = useSay();
  if (issues.some(({ isError }) => isError)) return null;
  return (
    <Done>
      <p>{text('services.trial.right')}</p>
      <ul className="mb-0">
        {follows.map((each) => (
          <li key={each.it}>{say(each)}</li>
        ))}
      </ul>
    </Done>
  );
};
