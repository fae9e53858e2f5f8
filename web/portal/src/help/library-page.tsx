import { ButtonLink } from '@sportello/ui/button-link';
import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { catalogueAddress } from './frame.js';

/** A part of the assistance portal that holds nothing yet says so, and leads to whoever answers. */
const Awaited = ({ title, words }: { title: string; words: string }) => {
  const text = useText();
  return (
    <Page title={title}>
      <Empty
        action={
          <ButtonLink color="primary" to={catalogueAddress}>
            {text('help.ask')}
          </ButtonLink>
        }
      >
        {words}
      </Empty>
    </Page>
  );
};

export const TopicsPage = () => {
  const text = useText();
  return <Awaited title={text('help.menu.topics')} words={text('help.topics.none')} />;
};

export const CommunityPage = () => {
  const text = useText();
  return <Awaited title={text('help.menu.community')} words={text('help.community.none')} />;
};
