import { LocalLink, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { isRouteErrorResponse, useRouteError } from 'react-router';

/** No page at this address. */
export const NotFound = () => {
  const text = useText();
  return (
    <Page title={text('notFound.title')}>
      <Empty
        icon="it-search"
        action={
          <LocalLink className="btn btn-primary" to="/">
            {text('notFound.home')}
          </LocalLink>
        }
      >
        {text('notFound.detail')}
      </Empty>
    </Page>
  );
};

/** A fault of the page itself, or a part of it that could not be loaded after a new version came out. */
export const Broken = () => {
  const text = useText();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <Page title={text('broken.title')}>
      <Empty
        icon="it-warning-circle"
        action={
          <button type="button" className="btn btn-primary" onClick={() => location.reload()}>
            {text('broken.reload')}
          </button>
        }
      >
        {text('broken.detail')}
      </Empty>
    </Page>
  );
};
