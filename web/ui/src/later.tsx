import type { Language } from '@sportello/contracts/contract';
import { type ComponentType, isValidElement, type ReactNode, useEffect, useState } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { matchRoutes, type RouteObject } from 'react-router';
import { type Dictionaries, type Messages, useLanguage, useText } from './i18n.js';
import { Skeleton } from './page-states.js';

/**
 * A page that travels, with the texts of its feature, only when somebody goes there. Until both have come it says that it waits; a
 * failure to load it is thrown to the nearest error boundary, and the next visit tries again.
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
  return <Later key={name} load={loadIn} here={here} />;
};

/** Has the pages at an address here before they are drawn, if they are some that travel by themselves. */
export const preload = async (routes: RouteObject[], pathname: string, language: Language): Promise<void> => {
  for (const { route } of matchRoutes(routes, pathname) ?? [])
    if (isValidElement<LaterProps>(route.element) && route.element.type === Later) await route.element.props.load(language);
};

type Loaded = [texts: Messages, page: ComponentType];

interface LaterProps {
  load: (language: Language) => Promise<Loaded>;
  /** What has come. */
  here: ReadonlyMap<Language, Loaded>;
}

/** A page with all texts that it says, in one language. */
interface Shown {
  language: Language;
  messages: Messages;
  Page: ComponentType;
}

const Later = ({ load, here }: LaterProps) => {
  const language = useLanguage();
  const around = useIntl().messages as Messages;
  const shownWith = ([texts, Page]: Loaded): Shown => ({ language, messages: { ...around, ...texts }, Page });
  const [shown, setShown] = useState(() => {
    const loaded = here.get(language);
    return loaded && shownWith(loaded);
  });
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const isShown = shown?.language === language;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts around change with the language alone
  useEffect(() => {
    if (isShown) return;
    let isCurrent = true;
    load(language).then(
      (loaded) => isCurrent && setShown(shownWith(loaded)),
      (error: unknown) => isCurrent && setFailure({ error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, language, isShown]);
  if (failure) throw failure.error;
  if (!shown) return <Waiting />;
  // In another language the page stays as it is, with what was typed, until it can be said whole.
  return (
    <IntlProvider locale={shown.language} timeZone="Europe/Rome" messages={shown.messages}>
      <shown.Page />
    </IntlProvider>
  );
};

const Waiting = () => (
  <div className="container sp-page">
    <h1 className="visually-hidden">{useText()('ui.loading')}</h1>
    <Skeleton lines={8} />
  </div>
);
