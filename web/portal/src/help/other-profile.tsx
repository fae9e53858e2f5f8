import { ErrorNote } from '@sportello/ui/error-note';
import { useLanguage, useText } from '@sportello/ui/i18n';
import { Empty } from '@sportello/ui/page-states';
import { profileName } from '@sportello/ui/profile';
import { useProfileSwitch, useSession } from '@sportello/ui/session';
import { Button } from 'design-react-kit';
import { NotFound } from '../not-found.js';
import { OwnPage } from './frame.js';

/** What somebody asked as another than she is now: it is shown once she has put that profile on. */
export const OtherProfile = ({ profileId }: { profileId: string }) => {
  const text = useText();
  const language = useLanguage();
  const change = useProfileSwitch();
  const profile = useSession().account?.profiles.find(({ id }) => id === profileId);
  if (!profile) return <NotFound />;
  const name = profileName(profile, language);
  return (
    <OwnPage title={text('help.ticket.one')}>
      <Empty
        icon="it-user"
        action={
          <Button
            type="button"
            color="primary"
            aria-disabled={change.isPending || undefined}
            onClick={() => {
              if (!change.isPending) change.mutate(profileId);
            }}
          >
            {text('help.otherProfile.change', { profile: name })}
          </Button>
        }
      >
        {text('help.otherProfile', { profile: name })}
      </Empty>
      {change.error && <ErrorNote error={change.error} />}
    </OwnPage>
  );
};
