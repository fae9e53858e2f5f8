import { slugOf } from '@sportello/italy/search-words';
import { useAsk } from '@sportello/ui/api';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { useOfBody } from './use-of-body.js';

const icons: Record<string, string> = {
  'school-vouchers': 'it-card',
  health: 'it-plus-circle',
  education: 'it-presentation',
  registry: 'it-user',
  building: 'it-tool',
  taxes: 'it-file',
};

/** The shelves of the catalogue; those without services are left out (CAT-14). */
export const CategoryCards = () => {
  const text = useText();
  const say = useSay();
  const categories = useAsk('rpc.practices.list-categories.v1', useOfBody(), { staleTimeMs: 60_000 });
  return (
    <Loaded query={categories}>
      {({ items }) => {
        const filled = items.filter(({ count }) => count > 0);
        if (filled.length === 0) return <Empty>{text('services.none')}</Empty>;
        return (
          <ul className="sp-categories">
            {filled.map(({ category, label, count }) => (
              <li key={category}>
                <LocalLink to={`/servizi/categorie/${slugOf(label.it)}`} className="sp-category">
                  <Icon name={icons[category] ?? 'it-folder'} className="icon-primary" />
                  <span>
                    <strong>{say(label)}</strong>
                    <span className="d-block">{text('services.count', { count })}</span>
                  </span>
                </LocalLink>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
};
