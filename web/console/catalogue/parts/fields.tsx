import { DateInput } from '@sportello/ui/date-input';
import { useSay } from '@sportello/ui/i18n';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Tick } from '@sportello/ui/tick';
import { useState } from 'react';
import { words } from '../rows.js';
import { State } from '../state.js';

export const Fields = () => {
  const say = useSay();
  const [value, setValue] = useState('Zibaldone');
  const [day, setDay] = useState('2026-11-24');
  const date = say({ it: 'Data di restituzione', en: 'Return date' });
  return (
    <>
      <State name={{ it: 'Testo, scelta, data', en: 'Text, choice, date' }}>
        <TextField
          label={say(words.title)}
          value={value}
          onChange={setValue}
          help={say({ it: 'Come sul dorso.', en: 'As on the spine.' })}
        />
        <TextField label={say({ it: 'Nota', en: 'Note' })} value={value} onChange={setValue} rows={3} />
        <SelectField label={say(words.reader)} value={value} options={[{ value: 'Zibaldone', label: 'Zibaldone' }]} onChange={setValue} />
        <div className="sp-field">
          <label htmlFor="day">{date}</label>
          <DateInput id="day" label={date} className="form-control" value={day} onChange={setDay} />
        </div>
      </State>
      <State name={{ it: 'Con un errore', en: 'With a mistake' }}>
        <TextField
          label={say(words.title)}
          value=""
          onChange={setValue}
          isRequired
          error={say({ it: 'Scrivi il titolo.', en: 'Enter the title.' })}
        />
        <Tick
          label={say({ it: 'Confermo', en: 'I confirm' })}
          isChecked={false}
          mistake={say({ it: 'Spunta la conferma.', en: 'Tick the confirmation.' })}
          onChange={() => undefined}
        />
      </State>
    </>
  );
};
