import type { Language } from '@sportello/contracts/contract';
import { type ComponentType, type ReactNode, use } from 'react';
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
  const loadIn = (language: Language) => {
    const known = loads.get(language);
    if (known) return known;
    const loading = Promise.all([dictionaries[language](), load().then((module) => module[name])]);
    loads.set(language, loading);
    loading.catch(() => loads.delete(language));
    return loading;
  };
  return <Later load={loadIn} />;
};

type Loaded = [texts: Messages, page: ComponentType];

const Later = ({ load }: { load: (language: Language) => Promise<Loaded> }) => {
  const { locale, messages } = useIntl();
  const [texts, Page] = use(load(useLanguage()));
  return (
    <IntlProvider locale={locale} timeZone="Europe/Rome" messages={{ ...(messages as Messages), ...texts }}>
      <Page />
    </IntlProvider>
  );
};
