import { useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import type { Practice } from './actions.js';

/** Says who holds a practice, as the reader would. */
export function useHolder(): (practice: Pick<Practice, 'officer' | 'officeName' | 'substitute'>) => string {
  const text = useText();
  const { account } = useSession();
  return ({ officer, officeName, substitute }) => {
    if (officer && substitute && substitute.id === account?.personId) return text('practice.held-in-place-of', { name: officer.name });
    if (officer && substitute) return text('practice.held-by-away', { name: officer.name, substitute: substitute.name });
    if (officer && officer.id === account?.personId) return text('practice.held-by-me');
    if (officer && officeName) return text('practice.held-by-office', { name: officer.name, office: officeName });
    if (officer) return text('practice.held-by', { name: officer.name });
    if (officeName) return text('practice.held-by-only-office', { name: officeName });
    return text('practice.held-by-nobody');
  };
}
