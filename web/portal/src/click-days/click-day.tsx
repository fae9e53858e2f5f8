import type { AnswerOf } from '@sportello/contracts/web';
import { formatLongDate, formatTime, rome, useLanguage, useText } from '@sportello/ui/i18n';
import { Badge } from 'design-react-kit';

export type ClickDay = AnswerOf<'rpc.practices.get-click-day.v1'>;

const colours = { planned: 'secondary', compiling: 'primary', open: 'success', closed: 'secondary' } as const;

export const StateChip = ({ state }: Pick<ClickDay, 'state'>) => {
  const text = useText();
  return <Badge color={colours[state]}>{text(`clickDays.state.${state}`)}</Badge>;
};

/** Day and hour in Rome, in words. */
export const useWhen = (): ((instant: string) => string) => {
  const language = useLanguage();
  return (instant) => `${formatLongDate(instant, language, rome)}, ${formatTime(instant, rome)}`;
};
