import { useSay } from '@sportello/ui/i18n';
import { type Schema, SettingsForm } from '@sportello/ui/settings/settings-form';
import { useState } from 'react';
import { State } from '../state.js';

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const orNothing = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** As the contract of a library's settings would say them. */
const schema: Schema = {
  type: 'object',
  required: ['version', 'name', 'motto', 'desk'],
  properties: {
    version: { type: 'integer' },
    name: { type: 'object', required: ['it', 'en'], properties: { it: text(60), en: text(60) } },
    motto: orNothing(text(500)),
    desk: {
      type: 'object',
      required: ['phone', 'mail'],
      properties: { phone: orNothing(text(30)), mail: orNothing({ type: 'string', maxLength: 100, format: 'email' }) },
    },
  },
};

const labels: Readonly<Record<string, { it: string; en: string }>> = {
  name: { it: 'Nome della biblioteca', en: 'Name of the library' },
  motto: { it: 'Motto', en: 'Motto' },
  desk: { it: 'Banco dei prestiti', en: 'Loans desk' },
  'desk.phone': { it: 'Telefono', en: 'Telephone' },
  'desk.mail': { it: 'E-mail', en: 'Email' },
};

/** Settings drawn from a contract; saving them here keeps them as long as the page is open. */
export const SettingsForms = () => {
  const say = useSay();
  const [stored, setStored] = useState({
    version: 1,
    name: { it: 'Biblioteca civica', en: 'Town library' },
    motto: null as string | null,
    desk: { phone: '011 555 0100', mail: null as string | null },
  });
  return (
    <State name={{ it: 'Impostazioni da un contratto', en: 'Settings from a contract' }}>
      <SettingsForm
        schema={schema}
        stored={stored}
        title={say({ it: 'Biblioteca', en: 'Library' })}
        label={(path) => say(labels[path])}
        save={(settings) => {
          const saved = { ...settings, version: settings.version + 1 };
          setStored(saved);
          return Promise.resolve(saved);
        }}
        onConflict={() => Promise.resolve()}
      />
    </State>
  );
};
