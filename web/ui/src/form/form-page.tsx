import { pruneHidden } from '@sportello/forms/check';
import { holds } from '@sportello/forms/conditions';
import type { Page } from '@sportello/forms/form';
import { useSay, useText } from '../i18n.js';
import { Panel } from '../panel.js';
import { useCompilationContext } from './compilation.js';
import { Explained } from './explained.js';
import { FieldControl } from './field.js';
import { KnownLine } from './known-line.js';
import { LinkedText } from './linked-text.js';

/** One page of a form: its sections, with what the conditions show now. */
export const FormPage = ({ page }: { page: Page }) => {
  const { form, values, locked } = useCompilationContext();
  const isKnown = (key: string) => locked.includes(key);
  const text = useText();
  const say = useSay();
  const seen = pruneHidden(form, values);
  return (
    <>
      {form.help && <LinkedText text={say(form.help)} />}
      <Explained of={say(form.title) || say(page.title)} questions={form.questions} picture={form.picture} />
      <p className="sp-legend">{say(form.legend) || text('ui.form.legend')}</p>
      {page.sections
        .filter(({ showIf }) => holds(showIf, seen))
        .map((section) => (
          <Panel key={section.key} aria-label={section.title ? undefined : say(page.title)}>
            {section.title && <h2 className="h4">{say(section.title)}</h2>}
            {section.intro?.map((intro) => (
              <LinkedText key={intro.it} text={say(intro)} />
            ))}
            <KnownLine fields={section.fields.filter(({ key, showIf }) => isKnown(key) && holds(showIf, seen))} />
            <div className="row">
              {section.fields
                .filter(({ key, showIf }) => !isKnown(key) && holds(showIf, seen))
                .map((field) => (
                  <div key={field.key} className={`col-12 col-md-${field.columns ?? 12}`}>
                    <FieldControl field={field} pointer={`/${field.key}`} scope={values} />
                  </div>
                ))}
            </div>
          </Panel>
        ))}
    </>
  );
};
