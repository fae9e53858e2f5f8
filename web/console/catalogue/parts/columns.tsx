import { ColumnChoice } from '@sportello/ui/column-choice';
import { useSay } from '@sportello/ui/i18n';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { words } from '../rows.js';
import { State } from '../state.js';

export const Columns = () => {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(['title']);
  const columns = [
    { key: 'title', label: words.title, group: null },
    { key: 'reader', label: words.reader, group: null },
    {
      key: 'days',
      label: words.days,
      group: words.loans,
      note: say({ it: 'Campo non testuale', en: 'Not a text field' }),
    },
  ];
  return (
    <State name={{ it: 'Opzioni tabella', en: 'Table options' }}>
      <Button type="button" outline color="primary" size="sm" onClick={() => setOpen(true)}>
        {say({ it: 'Opzioni tabella', en: 'Table options' })}
      </Button>
      <p>{chosen.join(', ')}</p>
      {isOpen && (
        <ColumnChoice
          columns={columns}
          chosen={chosen}
          onApply={(keys) => {
            setChosen(keys);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </State>
  );
};
