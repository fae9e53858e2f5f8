import { ButtonLink } from '@sportello/ui/button-link';
import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { Button } from 'design-react-kit';

/** No page at this address. */
export const NotFound = () => {
  const text = useText();
  return (
    <Page title={text('notFound.title')} status={404}>
      <Empty
        icon="it-search"
        action={
          <ButtonLink color="primary" to="/">
            {text('notFound.home')}
          </ButtonLink>
        }
      >
        {text('notFound.detail')}
      </Empty>
    </Page>
  );
};

/** A service that was there, and is no longer offered. */
export const Withdrawn = () => {
  const text = useText();
  return (
    <Page title={text('withdrawn.title')} status={410} trail={[{ label: text('menu.new'), to: '/servizi' }]}>
      <Empty
        icon="it-info-circle"
        action={
          <ButtonLink color="primary" to="/servizi">
            {text('withdrawn.others')}
          </ButtonLink>
        }
      >
        {text('withdrawn.detail')}
      </Empty>
    </Page>
  );
};

/** A fault of the page itself, or a part of it that could not be loaded after a new version came out. */
export const Broken = () => {
  const text = useText();
  return (
    <Page title={text('broken.title')}>
      <Empty
        icon="it-warning-circle"
        action={
          <Button type="button" color="primary" onClick={() => location.reload()}>
            {text('broken.reload')}
          </Button>
        }
      >
        {text('broken.detail')}
      </Empty>
    </Page>
  );
};
