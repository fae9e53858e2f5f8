import { Card, type CardProps } from 'design-react-kit';

interface PanelProps extends Omit<CardProps, 'tag'> {
  tag?: 'section' | 'div' | 'li' | 'form';
  /** For a form whose mistakes we tell in our own words. */
  noValidate?: boolean;
}

/** A part of a page with a border around it. */
export const Panel = ({ tag = 'section', className = '', ...props }: PanelProps) => (
  <Card tag={tag} border={false} className={`sp-panel ${className}`} {...props} />
);
