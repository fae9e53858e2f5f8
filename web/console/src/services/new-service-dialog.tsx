import { newId } from '@sportello/contracts/id';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useAsk, useCommand } from '@sportello/ui/api';
import { useGo, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { useState } from 'react';
import { CodeField, isCode } from './code-field.js';
import { type Service, serviceReads } from './service/service.js';

interface NewServiceDialogProps {
  /** The service whose copy is made; absent for one that begins empty. */
  copied?: Service;
  onClose: () => void;
}

/** Begins a service: with what it is called, and nobody sees it before it is published. */
export const NewServiceDialog = ({ copied, onClose }: NewServiceDialogProps) => {
  const text = useText();
  const go = useGo();
  const { officer } = useSession().account ?? {};
  const [id] = useState(newId);
  const [fields, setFields] = useState({
    code: copied ? `${copied.code.slice(0, 34)}_COPIA` : '',
    it: copied ? `${copied.title.it} (copia)` : '',
    en: copied ? `${copied.title.en} (copy)` : '',
  });
  const groups = useAsk('rpc.practices.get-catalogue-groups.v1', { organizationId: officer?.organizationId ?? '' });
  const [isChecked, setChecked] = useState(false);
  const put = useCommand('rpc.practices.put-procedure.v1', serviceReads);
  const copy = useCommand('rpc.practices.copy-procedure.v1', serviceReads);
  const making = copied ? copy : put;
  const send = () => {
    setChecked(true);
    const { code } = fields;
    const title = { it: fields.it.trim(), en: fields.en.trim() };
    if (!isCode(code) || !title.it || !title.en || !officer) return;
    const then = { onSuccess: () => go(`/servizi/${id}`) };
    if (copied) return copy.mutate({ id: copied.id, copyId: id, code, title }, then);
    put.mutate(
      {
        id,
        version: 0,
        organizationId: officer.organizationId,
        code,
        title,
        subtitle: title,
        category: groups.data?.categories.find(({ isWithdrawn }) => !isWithdrawn)?.id ?? 'registry',
        status: 'building',
        audience: ['citizen'],
        opensAt: null,
        closesAt: null,
        settings: {},
        contacts: null,
      },
      then,
    );
  };
  const titleField = (key: 'it' | 'en', label: string) => (
    <TextField
      label={label}
      value={fields[key]}
      onChange={(words) => setFields({ ...fields, [key]: words })}
      isRequired
      {...(isChecked && !fields[key].trim() && { error: text('ui.settings.required') })}
      input={{ maxLength: 200, autoComplete: 'off', lang: key }}
    />
  );
  const inLanguage = (key: 'ui.settings.inItalian' | 'ui.settings.inEnglish') => text(key, { label: text('services.field.title') });
  return (
    <ActionDialog
      title={text(copied ? 'services.copy' : 'services.new')}
      lead={text(copied ? 'services.copy.lead' : 'services.new.lead')}
      send={text(copied ? 'services.copy.send' : 'services.new.send')}
      isPending={making.isPending}
      error={making.error}
      onSend={send}
      onClose={onClose}
    >
      <CodeField value={fields.code} isChecked={isChecked} hasFocus onChange={(code) => setFields({ ...fields, code })} />
      {titleField('it', inLanguage('ui.settings.inItalian'))}
      {titleField('en', inLanguage('ui.settings.inEnglish'))}
    </ActionDialog>
  );
};
