import { servicePath } from '@sportello/contracts/practices/service-path';
import type { AnswerOf } from '@sportello/contracts/web';
import { ErrorNote } from '@sportello/ui/error-note';
import { useGo, useLanguage, useText } from '@sportello/ui/i18n';
import { profileName } from '@sportello/ui/profile';
import { useProfileSwitch, useSession } from '@sportello/ui/session';
import { Button } from 'design-react-kit';

type Procedure = Pick<AnswerOf<'rpc.practices.get-procedure.v1'>, 'code' | 'audience' | 'canStart'>;

/** The profiles of this person that a service is for, when the one she wears is not among them. */
export const useOtherProfiles = ({ audience, canStart }: Procedure) => {
  const { account } = useSession();
  const profiles = account?.profiles ?? [];
  const worn = profiles.find(({ id }) => id === account?.activeProfileId);
  if (canStart || (worn && audience.includes(worn.kind))) return [];
  return profiles.filter(({ kind }) => audience.includes(kind));
};

/** "Passa al profilo Utente Cittadino e compila": puts the profile on and goes on to the form, in one press. */
export const StartAs = ({ procedure }: { procedure: Procedure }) => {
  const text = useText();
  const language = useLanguage();
  const go = useGo();
  const change = useProfileSwitch();
  return (
    <>
      {useOtherProfiles(procedure).map((profile) => (
        <Button
          key={profile.id}
          type="button"
          color="primary"
          className="mt-2"
          aria-disabled={change.isPending || undefined}
          onClick={() => {
            if (change.isPending) return;
            // Said to whoever is still there: with another profile this button is gone.
            void change.mutateAsync(profile.id).then(
              () => go(`${servicePath(procedure.code)}/richiesta`),
              () => undefined,
            );
          }}
        >
          {text('service.startAs', { profile: profileName(profile, language) })}
        </Button>
      ))}
      {change.error && <ErrorNote error={change.error} />}
    </>
  );
};
