import { useText } from '@sportello/ui/i18n';
import { Badge } from 'design-react-kit';
import type { Officer } from './officer.js';

const colours: Record<Officer['state'], string> = { active: 'success', invited: 'warning', suspended: 'danger' };

export const StateBadge = ({ state }: Pick<Officer, 'state'>) => {
  const text = useText();
  return <Badge color={colours[state]}>{text(`officers.state.${state}`)}</Badge>;
};
