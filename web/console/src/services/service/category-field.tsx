import { useAsk } from '@sportello/ui/api';
import { useSay } from '@sportello/ui/i18n';
import type { SpecialFieldProps } from '@sportello/ui/settings/settings-field';
import { SelectField } from '@sportello/ui/text-field';

/** The shelf of the catalogue, by the names that citizens read. */
export const CategoryField = ({ field: { path }, value, label, write }: SpecialFieldProps) => {
  const say = useSay();
  const { data } = useAsk('rpc.practices.list-categories.v1', {});
  const options = data?.items.map(({ category, label: name }) => ({ value: category, label: say(name) })) ?? [];
  return <SelectField label={label(path)} value={String(value)} options={options} onChange={(chosen) => write(path, chosen)} />;
};
