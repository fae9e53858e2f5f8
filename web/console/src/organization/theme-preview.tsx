import { tonesOf } from '@sportello/contracts/identity/contrast';
import { useLanguage, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Panel } from '@sportello/ui/panel';
import { type CSSProperties, useId } from 'react';
import { isColour } from './colour-field.js';
import { pictureOf } from './logo-field.js';

interface ThemePreviewProps {
  name: { it: string; en: string };
  logo: { png: string; alternative: { it: string; en: string } } | null;
  primaryColour: string;
}

/** The head of the pages as it would be: nobody else sees it before it is saved. */
export const ThemePreview = ({ name, logo, primaryColour }: ThemePreviewProps) => {
  const text = useText();
  const language = useLanguage();
  const id = useId();
  const { primary, deep } = tonesOf(isColour(primaryColour) ? primaryColour : '#0066cc');
  return (
    <Panel aria-labelledby={id}>
      <h2 id={id} className="h5">
        {text('theme.preview')}
      </h2>
      <div className="sc-preview" style={{ '--sc-primary': primary, '--sc-deep': deep } as CSSProperties}>
        <p className="sc-preview-slim">{text('theme.preview.slim')}</p>
        <div className="sc-preview-head">
          {logo ? <img src={pictureOf(logo.png)} alt={logo.alternative[language]} /> : <Icon name="it-pa" className="icon-white" />}
          <span>
            <strong>{name[language]}</strong>
            <span className="d-block">{text('ui.appName')}</span>
          </span>
        </div>
        <p className="sc-preview-page">
          <span className="sc-preview-link">{text('theme.preview.link')}</span>
          <span className="sc-preview-button">{text('theme.preview.button')}</span>
        </p>
      </div>
    </Panel>
  );
};
