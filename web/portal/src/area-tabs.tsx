import { useText } from '@sportello/ui/i18n';
import { Tabs } from '@sportello/ui/tabs';
import { useUnread } from './unread.js';

/** The parts of the personal area that have something to show; each later service adds its own. */
const parts = [
  { key: 'board', to: '/area-personale' },
  { key: 'practices', to: '/area-personale/pratiche' },
  { key: 'documents', to: '/area-personale/documenti' },
  { key: 'payments', to: '/area-personale/pagamenti' },
  { key: 'appointments', to: '/area-personale/appuntamenti' },
  { key: 'tickets', to: '/area-personale/richieste' },
  { key: 'messages', to: '/area-personale/messaggi' },
  { key: 'profile', to: '/area-personale/profilo' },
] as const;

/** "Area personale": its parts, on the first page of each. */
export const AreaTabs = ({ active }: { active: (typeof parts)[number]['key'] }) => {
  const text = useText();
  const unread = useUnread().data?.unread ?? 0;
  const labelOf = (key: (typeof parts)[number]['key']) =>
    key === 'messages' && unread > 0 ? text('area.messagesCounted', { count: unread }) : text(`area.${key}`);
  return (
    <div className="mb-4">
      <Tabs label={text('area.title')} active={active} tabs={parts.map(({ key, to }) => ({ key, to, label: labelOf(key) }))} />
    </div>
  );
};
