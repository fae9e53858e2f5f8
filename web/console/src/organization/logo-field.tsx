import { useText } from '@sportello/ui/i18n';
import { SettingsField, type SpecialFieldProps } from '@sportello/ui/settings/settings-field';
import { Button } from 'design-react-kit';
import { useId, useRef, useState } from 'react';

interface Logo {
  png: string;
  alternative: { it: string; en: string };
}

/** In bytes; the server looks at the picture itself. */
const MOST_BYTES = 65_536;

/** The first bytes of a PNG file; the name of a file says nothing. */
const signature = [0x89, 0x50, 0x4e, 0x47];

export const pictureOf = (png: string) => `data:image/png;base64,${png}`;

/** The logo of the body: a PNG file, and what it shows in words. Without one the pages bear the mark of public bodies. */
export const LogoField = ({ field, value, ...filling }: SpecialFieldProps) => {
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState('');
  const { help, mistake, write, special } = filling;
  const { path } = field;
  const logo = value as Logo | null;
  const choose = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) return setRefused(text('theme.logo.tooLarge'));
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (signature.some((byte, place) => bytes[place] !== byte)) return setRefused(text('theme.logo.notPng'));
    setRefused('');
    const png = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    write(path, { png, alternative: logo?.alternative ?? { it: '', en: '' } });
  };
  const error = refused || mistake(`${path}.png`) || mistake(path);
  const { [path]: _itself, ...others } = special;
  return (
    <>
      <p id={`${id}-aiuto`}>{help(path)}</p>
      {logo && <img src={pictureOf(logo.png)} alt={logo.alternative.it} className="sc-logo" />}
      <div className="sp-operations mb-4">
        <input
          ref={input}
          type="file"
          accept="image/png"
          hidden
          onChange={({ currentTarget }) => {
            void choose(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
        <Button
          type="button"
          outline
          color="primary"
          size="sm"
          aria-describedby={`${id}-aiuto${error ? ` ${id}-errore` : ''}`}
          aria-invalid={error ? true : undefined}
          onClick={() => input.current?.click()}
        >
          {text(logo ? 'theme.logo.replace' : 'theme.logo.choose')}
        </Button>
        {logo && (
          <Button type="button" outline color="danger" size="sm" onClick={() => write(path, null)}>
            {text('theme.logo.remove')}
          </Button>
        )}
      </div>
      {error && (
        <p id={`${id}-errore`} className="sp-error">
          <strong>{text('ui.form.error')}</strong> {error}
        </p>
      )}
      {logo && (
        <SettingsField
          {...filling}
          special={others}
          field={{
            path: `${path}.alternative`,
            schema: field.schema.properties?.['alternative'] ?? {},
            isNullable: false,
            isOptional: false,
          }}
        />
      )}
    </>
  );
};
