import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { useGo, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { useState } from 'react';
import { serviceReads } from './service/service.js';

/** Begins a service: with what it is called, and nobody sees it before it is published. */
export const NewServiceDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useText();
  const go = useGo();
  const { officer } = useSession().account ?? {};
  const [id] = useState(() => crypto.randomUUID());
  const [fields, setFields] = useState({ code: '', it: '', en: '' });
  const [isChecked, setChecked] = useState(false);
  const put = useCommand('rpc.practices.put-procedure.v1', serviceReads);
  const mistakes = {
    code: /^[A-Z0-9_]{3,40}$/.test(fields.code) ? undefined : text('services.new.code.mistake'),
    it: fields.it.trim() ? undefined : text('ui.settings.required'),
    en: fields.en.trim() ? undefined : text('ui.settings.required'),
  };
  const send = () => {
    setChecked(true);
    if (mistakes.code || mistakes.it || mistakes.en || !officer) return;
    const title = { it: fields.it.trim(), en: fields.en.trim() };
    put.mutate(
      {
        id,
        version: 0,
        organizationId: officer.organizationId,
        code: fields.code,
        title,
        subtitle: title,
        category: 'registry',
        status: 'building',
        audience: ['citizen'],
        opensAt: null,
        closesAt: null,
        settings: {},
        contacts: null,
      },
      { onSuccess: () => go(`/servizi/${id}`) },
    );
  };
  const field = (key: 'code' | 'it' | 'en', label: string, clean = (words: string) => words) => {
    const error = isChecked ? mistakes[key] : undefined;
    return (
      <TextField
        label={label}
        value={fields[key]}
        onChange={(words) => setFields({ ...fields, [key]: clean(words) })}
        isRequired
        {...(key === 'code' && { help: text('services.help.code'), hasFocus: true })}
        {...(error && { error })}
        input={{ maxLength: key === 'code' ? 40 : 200, autoComplete: 'off', ...(key !== 'code' && { lang: key }) }}
      />
    );
  };
  const inLanguage = (key: 'ui.settings.inItalian' | 'ui.settings.inEnglish') => text(key, { label: text('services.field.title') });
  return (
    <ActionDialog
      title={text('services.new')}
      lead={text('services.new.lead')}
      send={text('services.new.send')}
      isPending={put.isPending}
      error={put.error}
      onSend={send}
      onClose={onClose}
    >
      {field('code', text('services.field.code'), (words) => words.toUpperCase().replaceAll(/[ -]/g, '_'))}
      {field('it', inLanguage('ui.settings.inItalian'))}
      {field('en', inLanguage('ui.settings.inEnglish'))}
    </ActionDialog>
  );
};
