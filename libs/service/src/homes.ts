/** Where an installation answers: at an address of its own, and at those of bodies that have one. */
export interface Addresses {
  PUBLIC_URL: string;
  BODY_URLS: ReadonlyMap<string, string>;
}

/** Every address, that of the installation first; each without a slash at its end. */
export const homesOf = ({ PUBLIC_URL, BODY_URLS }: Addresses): string[] => [...new Set([PUBLIC_URL, ...BODY_URLS.values()])];

/** The address with which links about a matter of this body begin. @param organizationId null for what is no body's */
export const homeOfBody = ({ PUBLIC_URL, BODY_URLS }: Addresses, organizationId: string | null): string =>
  (organizationId === null ? undefined : BODY_URLS.get(organizationId)) ?? PUBLIC_URL;

/** The body whose own address this is; null for the installation's. */
export const bodyAt = ({ BODY_URLS }: Pick<Addresses, 'BODY_URLS'>, home: string): string | null =>
  [...BODY_URLS].find(([, address]) => address === home)?.[0] ?? null;
