import { useAsk } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import type { SpecialFieldProps } from '@sportello/ui/settings/settings-field';
import { SelectField } from '@sportello/ui/text-field';
import { useState } from 'react';

const dayMs = 86_400_000;

/** A comune by its name in the list of ISTAT, first its province; what stands there already stays until another is chosen. */
export const ComuneField = ({ field: { path }, value, label, write }: SpecialFieldProps) => {
  const text = useText();
  const [province, setProvince] = useState('');
  const provinces = useAsk('rpc.gateway.list-provinces.v1', {}, { staleTimeMs: dayMs });
  const comuni = useAsk('rpc.gateway.list-comuni.v1', { province }, { enabled: province !== '', staleTimeMs: dayMs });
  const name = String(value ?? '');
  const offered = comuni.data?.items.map((comune) => comune.name) ?? [];
  const names = offered.includes(name) ? offered : [name, ...offered];
  const choose = { value: '', label: text('services.comune.choose') };
  return (
    <>
      <SelectField
        label={text('services.comune.province')}
        value={province}
        options={[choose, ...(provinces.data?.items ?? []).map(({ code, name: called }) => ({ value: code, label: called }))]}
        onChange={setProvince}
      />
      <SelectField
        label={label(path)}
        help={text('services.comune.help')}
        value={name}
        options={names.map((each) => (each === '' ? choose : { value: each, label: each }))}
        onChange={(chosen) => write(path, chosen)}
      />
    </>
  );
};
