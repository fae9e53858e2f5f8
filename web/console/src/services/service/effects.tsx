import type { AnswerOf } from '@sportello/contracts/web';
import { useSay, useText } from '@sportello/ui/i18n';

/** What a change does to the practices that are open. */
export const Effects = ({ effects }: { effects: AnswerOf<'rpc.practices.foresee-procedure.v1'>['items'] }) => {
  const text = useText();
  const say = useSay();
  if (effects.length === 0) return <p>{text('services.effects.none')}</p>;
  return (
    <>
      <p>{text('services.effects.lead')}</p>
      <ul>
        {effects.map(({ effect }) => (
          <li key={effect.it}>{say(effect)}</li>
        ))}
      </ul>
    </>
  );
};
