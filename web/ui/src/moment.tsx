import { formatDate, formatTime } from './i18n.js';

/** Day and hour, which a narrow column sets one under the other. */
export const Moment = ({ at }: { at: string }) => (
  <time dateTime={at} className="sp-moment">
    <span>{formatDate(at)}</span> <span className="sp-hour">{formatTime(at)}</span>
  </time>
);
