import { mayDo } from '@sportello/contracts/permissions';
import { useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { Tabs } from '@sportello/ui/tabs';

/** Whether what families owe is hers to see. */
export const useIsOffice = (): boolean => {
  const role = useSession().account?.officer?.role;
  return role !== undefined && mayDo([role], 'school:credit');
};

const tabs = [
  { key: 'day', to: '/mensa' },
  { key: 'invoicing', to: '/mensa/fatturazione' },
  { key: 'holders', to: '/mensa/delegati' },
] as const;

/** The pages of the kitchen and the school office. */
export const KitchenTabs = ({ active }: { active: (typeof tabs)[number]['key'] }) => {
  const text = useText();
  const isOffice = useIsOffice();
  // The kitchen has one page, and nothing to choose from.
  if (!isOffice) return null;
  return (
    <Tabs
      label={text('section.kitchen')}
      active={active}
      tabs={tabs.map(({ key, to }) => ({ key, to, label: text(`kitchen.tab.${key}`) }))}
    />
  );
};
