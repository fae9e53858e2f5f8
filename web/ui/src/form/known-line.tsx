import type { Field } from '@sportello/forms/form';
import { summaryOf } from '@sportello/forms/summary';
import { useLanguage, useText } from '../i18n.js';
import { useCompilationContext } from './compilation.js';
import { useComuneNames } from './places.js';
import { Said } from './said.js';
import { controlId } from './values.js';

/** What the profile says and nobody may change here, in one line (CAT-07). */
export const KnownLine = ({ fields }: { fields: readonly Field[] }) => {
  const { form, values, shown } = useCompilationContext();
  const text = useText();
  const language = useLanguage();
  const comune = useComuneNames(form, values);
  const pointers = new Set(fields.map(({ key }) => `/${key}`));
  const rows = summaryOf(form, values, language, { comune })
    .flatMap(({ sections }) => sections.flatMap(({ parts }) => parts.flatMap((part) => part.rows)))
    .filter(({ pointer }) => pointers.has(pointer));
  if (rows.length === 0) return null;
  return (
    <div className="sp-known">
      <dl>
        {rows.map(({ pointer, label, value }) => (
          <div key={pointer} id={controlId(pointer)} tabIndex={-1}>
            <dt>{label}</dt> <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="form-text">{text('ui.form.locked')}</p>
      {rows.map(({ pointer }) => shown.has(pointer) && <Said key={pointer} id={`${controlId(pointer)}-esito`} pointer={pointer} />)}
    </div>
  );
};
