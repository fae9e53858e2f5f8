import type { Explained as Explanation } from '@sportello/forms/form';
import { useSay, useText } from '../i18n.js';
import { Linked, LinkedText } from './linked-text.js';

interface ExplainedProps extends Partial<Explanation> {
  /** What it explains, for whoever goes through a page from button to button. */
  of: string;
}

/** What stands behind a field or a form for those who need more than its help: a picture, and questions that others have asked (CAT-81). */
export const Explained = ({ of, questions = [], picture }: ExplainedProps) => {
  const text = useText();
  const say = useSay();
  if (questions.length === 0 && !picture) return null;
  return (
    <details className="sp-explained">
      <summary>
        {text(questions.length > 0 ? 'ui.form.questions' : 'ui.form.picture')}
        <span className="visually-hidden">: {of}</span>
      </summary>
      {picture && <img src={`data:image/png;base64,${picture.png}`} alt={say(picture.alternative)} />}
      {questions.length > 0 && (
        <dl>
          {questions.map(({ question, answer }) => (
            <div key={question.it}>
              <dt>
                <Linked text={say(question)} />
              </dt>
              <dd>
                <LinkedText text={say(answer)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
};
