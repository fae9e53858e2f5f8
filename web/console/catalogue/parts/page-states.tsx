import { ProblemError, UnreachableError } from '@sportello/ui/api';
import { Frozen } from '@sportello/ui/frozen';
import { useSay } from '@sportello/ui/i18n';
import { Empty, ErrorState, Forbidden, OfflineBanner, ReplacedBanner, Skeleton, Stale } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { State } from '../state.js';

const problem = (status: number, title: string) => new ProblemError({ type: 'unexpected', status, title, instance: 'a1b2c3' });

export const PageStates = () => {
  const say = useSay();
  const nothing = () => undefined;
  return (
    <>
      <State name={{ it: 'Vuoto', en: 'Empty' }}>
        <Empty
          action={
            <Button type="button" color="primary" size="sm">
              {say({ it: 'Cerca un libro', en: 'Search a book' })}
            </Button>
          }
        >
          <strong>{say({ it: 'Nessun prestito.', en: 'No loans.' })}</strong>{' '}
          {say({ it: 'Qui compaiono i libri presi in prestito.', en: 'The books that you borrow appear here.' })}
        </Empty>
      </State>
      <State name={{ it: 'In lettura, dopo tre secondi anche a parole', en: 'Loading, after three seconds in words too' }}>
        <Skeleton lines={3} />
      </State>
      <State name={{ it: 'In invio: non si modifica', en: 'Being sent: it cannot be changed' }}>
        <Frozen isFrozen>
          <TextField label={say({ it: 'Titolo', en: 'Title' })} value="Lessico famigliare" onChange={nothing} />
        </Frozen>
      </State>
      <State name={{ it: 'Errore', en: 'Error' }}>
        <ErrorState error={problem(500, say({ it: 'Qualcosa non ha funzionato', en: 'Something went wrong' }))} onRetry={nothing} />
      </State>
      <State name={{ it: 'Senza risposta', en: 'No answer' }}>
        <ErrorState error={new UnreachableError(null)} onRetry={nothing} />
      </State>
      <State name={{ it: 'Non consentito', en: 'Forbidden' }}>
        <ErrorState error={problem(403, say({ it: 'Non è tra le tue pagine', en: 'This is not one of your pages' }))} />
      </State>
      <State name={{ it: 'Pagina per altri', en: 'Page for others' }}>
        <Forbidden
          words={say({ it: 'La vede chi cura la biblioteca: chiedi al direttore.', en: 'The librarians see it: ask the director.' })}
        >
          <Button type="button" outline color="primary" size="sm">
            {say({ it: 'Torna ai prestiti', en: 'Back to the loans' })}
          </Button>
        </Forbidden>
      </State>
      <State name={{ it: 'Non aggiornato', en: 'Stale' }}>
        <Stale at={Date.UTC(2026, 10, 24, 9, 32)} onRefresh={nothing} />
      </State>
      <State name={{ it: 'Senza rete (quando manca)', en: 'Offline (when it is)' }}>
        <OfflineBanner />
      </State>
      <State name={{ it: 'Aperto in troppi posti', en: 'Open in too many places' }}>
        <ReplacedBanner onTakeBack={nothing} />
      </State>
    </>
  );
};
