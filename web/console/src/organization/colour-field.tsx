import { backgrounds, contrastOf, LEAST_CONTRAST } from '@sportello/contracts/identity/contrast';
import { useLanguage, useText } from '@sportello/ui/i18n';
import type { SpecialFieldProps } from '@sportello/ui/settings/settings-field';
import { TextField } from '@sportello/ui/text-field';

export const isColour = (value: unknown): value is string => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);

/** A colour, written or chosen, with how well it is told from what it stands on. */
export const ColourField = ({ field: { path }, value: colour, label, help, mistake, write }: SpecialFieldProps) => {
  const text = useText();
  const language = useLanguage();
  const value = String(colour);
  const explained = help(path);
  const error = mistake(path);
  const ratio = (background: string) =>
    `${(Math.floor(contrastOf(value, background) * 100) / 100).toLocaleString(language, { maximumFractionDigits: 2 })}:1`;
  const isEnough = isColour(value) && Object.values(backgrounds).every((background) => contrastOf(value, background) >= LEAST_CONTRAST);
  return (
    <div className="sc-colour">
      <TextField
        label={label(path)}
        value={value}
        onChange={(written) => write(path, written.trim())}
        isRequired
        {...(explained && { help: explained })}
        {...(error && { error })}
        input={{ maxLength: 7, autoComplete: 'off', spellCheck: false }}
      />
      <input
        type="color"
        className="sc-colour-choice"
        aria-label={text('theme.colour.choose')}
        value={isColour(value) ? value : '#000000'}
        onChange={({ currentTarget }) => write(path, currentTarget.value)}
      />
      {isColour(value) && (
        <p className={isEnough ? 'sc-contrast' : 'sc-contrast is-low'} role="status">
          {text(isEnough ? 'theme.contrast.enough' : 'theme.contrast.low', {
            white: ratio(backgrounds.white),
            page: ratio(backgrounds.page),
            least: `${LEAST_CONTRAST.toLocaleString(language)}:1`,
          })}
        </p>
      )}
    </div>
  );
};
