import type { AnswerOf, Subject } from '@sportello/contracts/web';
import { useText } from '@sportello/ui/i18n';
import { Badge } from 'design-react-kit';

export type ClickDay = AnswerOf<'rpc.practices.get-click-day.v1'>;

/** What is read again after one has changed: each of its services keeps the hours too. */
export const clickDayReads: readonly Subject[] = [
  'rpc.practices.list-click-days.v1',
  'rpc.practices.get-click-day.v1',
  'rpc.practices.list-services.v1',
  'rpc.practices.get-procedure.v1',
];

const colours: Record<ClickDay['state'], string> = { planned: 'secondary', compiling: 'primary', open: 'success', closed: 'secondary' };

export const StateBadge = ({ state }: Pick<ClickDay, 'state'>) => {
  const text = useText();
  return <Badge color={colours[state]}>{text(`clickDays.state.${state}`)}</Badge>;
};
