import { useText } from '@sportello/ui/i18n';
import { usePreference } from './preferences.js';

const places = ['stay', 'next', 'list'] as const;

/** Where to go when an action took what is open off one's hands. */
export const AfterChoice = () => {
  const text = useText();
  const [after, setAfter] = usePreference('after');
  return (
    <label className="sc-after">
      <span>{text('action.after')}</span>
      <select
        className="form-select form-select-sm"
        value={after}
        onChange={(event) => {
          const chosen = places.find((one) => one === event.target.value);
          if (chosen) setAfter(chosen);
        }}
      >
        {places.map((one) => (
          <option key={one} value={one}>
            {text(`action.after.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
};
