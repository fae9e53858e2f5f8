import sprites from 'bootstrap-italia/dist/svg/sprites.svg?url';

interface IconProps {
  /** Name in the Bootstrap Italia sprite: `it-user`. */
  name: string;
  className?: string;
  /** Said when the icon stands alone; without it the icon is decoration. */
  label?: string;
}

/** One icon of the sprite, which the browser loads once. */
export const Icon = ({ name, className = '', label }: IconProps) => (
  <svg
    className={`icon ${className}`}
    focusable="false"
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : true}
  >
    <use href={`${sprites}#${name}`} />
  </svg>
);
