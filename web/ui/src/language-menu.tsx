import { useHref, useLocation } from 'react-router';
import { Disclosure } from './disclosure.js';
import { localPath, useLanguage, useLanguageSwitch, useText } from './i18n.js';

const languages = [
  { code: 'it', name: 'Italiano', short: 'ITA' },
  { code: 'en', name: 'English', short: 'ENG' },
] as const;

/** The language of the page, and how to change it. */
export const LanguageMenu = () => {
  const text = useText();
  const language = useLanguage();
  const change = useLanguageSwitch();
  const { short } = languages.find(({ code }) => code === language) ?? languages[0];
  const { pathname, search } = useLocation();
  const other = languages.find(({ code }) => code !== language) ?? languages[1];
  const otherAddress = useHref(localPath(pathname + search, other.code));
  return (
    <>
      <a className="sp-slim-button sp-without-script" href={otherAddress} lang={other.code} hrefLang={other.code}>
        {other.name}
      </a>
      <Disclosure
        className="sp-slim-button"
        name={`${short}: ${text('ui.language')}`}
        label={<span>{short}</span>}
        menuClassName="sp-menu-end"
      >
        {(close) => (
          <ul className="link-list">
            {languages.map(({ code, name }) => (
              <li key={code}>
                <button
                  type="button"
                  lang={code}
                  className={`dropdown-item list-item ${code === language ? 'active' : ''}`}
                  aria-current={code === language ? 'true' : undefined}
                  onClick={() => {
                    close();
                    change(code);
                  }}
                >
                  <span>{name}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
    </>
  );
};
