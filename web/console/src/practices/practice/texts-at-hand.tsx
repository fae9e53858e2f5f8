import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { SelectField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Practice } from './actions.js';
import { filledText, withText } from './filled-text.js';

type Use = AnswerOf<'rpc.practices.get-templates.v1'>['items'][number]['use'];

interface Props {
  practice: Practice;
  /** For what it is written. */
  use: Use;
  words: string;
  onChange: (words: string) => void;
}

/** The texts of the service for this place; the one that is inserted is written after what is there. None, where the service has none. */
export const TextsAtHand = ({ practice, use, words, onChange }: Props) => {
  const text = useText();
  const { data } = useAsk('rpc.practices.get-templates.v1', { procedureId: practice.procedureId });
  const [chosenId, setChosenId] = useState('');
  const offered = data?.items.filter((one) => one.use === use) ?? [];
  if (offered.length === 0) return null;
  const chosen = offered.find(({ id }) => id === chosenId);
  return (
    <div className="sc-texts-at-hand">
      <SelectField
        label={text('texts.label')}
        help={text('texts.help')}
        value={chosenId}
        options={[{ value: '', label: text('texts.choose') }, ...offered.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={setChosenId}
      />
      <Button
        type="button"
        outline
        color="primary"
        size="sm"
        aria-disabled={!chosen || undefined}
        onClick={() => chosen && onChange(withText(words, filledText(chosen.text, practice)))}
      >
        {text('texts.insert')}
      </Button>
    </div>
  );
};
