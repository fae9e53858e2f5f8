import type { Language } from '@sportello/contracts/contract';
import { type ComponentType, isValidElement, type ReactNode, use } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { type Dictionaries, type Messages, useLanguage } from './i18n.js';

/**
 * A page that travels, with the texts of its feature, only when somebody goes there. It suspends until both have come; a failure to
 * load it is thrown to the nearest error boundary, and the next visit tries again.
 *
 * @param dictionaries the feature's own texts, which are added to those around it
 */
export const later = <K extends string>(dictionaries: Dictionaries, load: () => Promise<Record<K, ComponentType>>, name: K): ReactNode => {
  const loads = new Map<Language, Promise<Loaded>>();
  const here = new Map<Language, Loaded>();
  const loadIn = (language: Language) => {
    const known = loads.get(language);
    if (known) return known;
    const loading = Promise.all([dictionaries[language](), load().then((module) => module[name])]);
    loads.set(language, loading);
    loading.then(
      (loaded) => here.set(language, loaded),
      () => loads.delete(language),
    );
    return loading;
  };
  return <Later load={loadIn} here={here} />;
};

/** Has a page here before it is drawn, if it is one that travels by itself. */
export const preload = async (page: ReactNode, language: Language): Promise<void> => {
  if (isValidElement<LaterProps>(page) && page.type === Later) await page.props.load(language);
};

type Loaded = [texts: Messages, page: ComponentType];

interface LaterProps {
  load: (language: Language) => Promise<Loaded>;
  /** What has come. */
  here: ReadonlyMap<Language, Loaded>;
}

const Later = ({ load, here }: LaterProps) => {
  const { locale, messages } = useIntl();
  const language = useLanguage();
  const [texts, Page] = here.get(language) ?? use(load(language));
  return (
    <IntlProvider locale={locale} timeZone="Europe/Rome" messages={{ ...(messages as Messages), ...texts }}>
      <Page />
    </IntlProvider>
  );
};
