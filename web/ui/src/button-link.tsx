import { Button, type ButtonProps } from 'design-react-kit';
import type { ReactNode } from 'react';
import { LocalLink } from './i18n.js';

interface ButtonLinkProps extends Pick<ButtonProps, 'color' | 'outline' | 'size' | 'className' | 'aria-label' | 'onClick'> {
  /** A page of ours, without its language. */
  to?: string;
  /** Any other address. */
  href?: string;
  target?: string;
  rel?: string;
  children: ReactNode;
}

/** A link that looks like a button. */
export const ButtonLink = (props: ButtonLinkProps) => <Button tag={props.to === undefined ? 'a' : LocalLink} {...props} />;
