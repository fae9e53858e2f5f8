import { useLanguage } from './i18n.js';
import { Icon } from './icon.js';
import { useBody } from './session.js';

/** The logo of the body at whose address the page is, or the mark of the installation. */
export const BrandMark = ({ className = '' }: { className?: string }) => {
  const logo = useBody()?.logo;
  const language = useLanguage();
  if (!logo) return <Icon name="it-pa" className={className} />;
  return <img src={logo.address} alt={logo.alternative[language]} width={logo.width} height={logo.height} className="sp-logo" />;
};
