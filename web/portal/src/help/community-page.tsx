import { ButtonLink } from '@sportello/ui/button-link';
import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { catalogueAddress } from './frame.js';

/** A part of the assistance portal that holds nothing yet says so, and leads to whoever answers. */
export const CommunityPage = () => {
  const text = useText();
  return (
    <Page title={text('help.menu.community')}>
      <Empty
        action={
          <ButtonLink color="primary" to={catalogueAddress}>
            {text('help.ask')}
          </ButtonLink>
        }
      >
        {text('help.community.none')}
      </Empty>
    </Page>
  );
};
