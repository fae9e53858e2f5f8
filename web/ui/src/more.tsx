import { Button } from 'design-react-kit';
import { useText } from './i18n.js';

export interface MoreProps {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The next page of a list, when there is one. */
export const More = ({ hasNextPage, isFetchingNextPage, fetchNextPage }: MoreProps) => {
  const text = useText();
  if (!hasNextPage) return null;
  return (
    <div className="sp-more">
      <Button
        type="button"
        outline
        color="primary"
        size="sm"
        aria-disabled={isFetchingNextPage || undefined}
        onClick={() => {
          if (!isFetchingNextPage) fetchNextPage();
        }}
      >
        {text(isFetchingNextPage ? 'ui.more.loading' : 'ui.more')}
      </Button>
    </div>
  );
};
