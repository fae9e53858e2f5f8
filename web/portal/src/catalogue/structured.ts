import type { Sheet } from './sheet-parts.js';

interface Words {
  say: (text: Sheet['title']) => string;
  /** What kind of people it is for. */
  audience: string[];
  category: string | undefined;
}

/** A service as search engines and the validator of public sites read it: `GovernmentService` of schema.org (R.SI.1.1). */
export const structuredOf =
  ({ title, subtitle, organizationName, sheet: { office } }: Sheet, { say, audience, category }: Words) =>
  (url: string): object => ({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: say(title),
    description: say(subtitle),
    serviceType: category,
    serviceOperator: { '@type': 'GovernmentOrganization', name: organizationName },
    areaServed: { '@type': 'AdministrativeArea', name: organizationName },
    audience: { '@type': 'Audience', audienceType: audience.join(', ') },
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: url,
      ...(office && {
        serviceLocation: {
          '@type': 'Place',
          name: say(office.name),
          address: {
            '@type': 'PostalAddress',
            streetAddress: office.street,
            postalCode: office.postalCode,
            addressLocality: office.comune,
          },
        },
      }),
    },
  });
