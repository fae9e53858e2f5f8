import type { AnswerOf } from '@sportello/contracts/web';
import { useSay, useText } from '@sportello/ui/i18n';

/** What another version changes, and whom it does not reach. */
export const FormReview = ({ review: { version, changes, drafts } }: { review: AnswerOf<'rpc.practices.try-form.v1'> }) => {
  const text = useText();
  const say = useSay();
  if (version === 0) return <p>{text('services.forms.first')}</p>;
  return (
    <>
      <h3 className="h6">{text('services.forms.changes', { version })}</h3>
      {changes.length === 0 ? (
        <p>{text('services.forms.changes.none')}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={change.it}>{say(change)}</li>
          ))}
        </ul>
      )}
      {drafts > 0 && <p>{text('services.forms.draftsKept', { count: drafts })}</p>}
    </>
  );
};
