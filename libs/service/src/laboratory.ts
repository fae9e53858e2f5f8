/**
 * All that only a laboratory has: an installation for trying Sportello with invented people. Where real people are served each of these
 * would be a way in. Whoever builds one asks `hasLaboratory`, and `services/gateway/test/laboratory.journey.test.ts` tries each of them on
 * a laboratory, where it is there, and on an installation as it is started by default, where it is not.
 */
export const laboratoryFeatures = {
  'token-by-name': 'A token for a username alone: the grant `urn:sportello:laboratory`, for which `npm run token` asks',
  'entry-without-password': 'The list of people on the sign-in page, where one press signs in',
  'citizen-password': 'A password that opens to citizens and stands for a digital identity of level 2',
  'password-alone': 'A password that opens by itself to managers and administrators, who elsewhere type the code of an app too',
  'cookie-without-tls': 'Cookies without Secure and without the prefix __Host-, because the public address has no TLS',
  'demonstration-world': 'The demonstration world, whose people all have the same published password',
  'mail-catcher': 'The mail catcher, which takes every mail, delivers none and shows them',
} as const;
export type LaboratoryFeature = keyof typeof laboratoryFeatures;

/** What of the environment says whether an installation is a laboratory. */
export interface LaboratorySettings {
  LABORATORY: boolean;
  LABORATORY_IN_PUBLIC: boolean;
  NODE_ENV: string;
  PUBLIC_URL: string;
  BODY_URLS?: ReadonlyMap<string, string>;
  /** Where the gateway, and where the provider of identity listens. */
  HOST?: string | undefined;
  OIDC_HOST?: string | undefined;
  /** Where other machines find the doors, when it is not the process itself that opens them (containers): it counts instead of those two. */
  BIND_ADDRESS?: string | undefined;
}

/** The one question behind every feature of the list. */
export const hasLaboratory = (_feature: LaboratoryFeature, { LABORATORY }: Pick<LaboratorySettings, 'LABORATORY'>): boolean => LABORATORY;

/** True for an address that only this machine reaches: `localhost`, a name under it, 127.0.0.0/8 and ::1. */
export function isLoopback(host: string): boolean {
  return /^(localhost|(.+\.)?localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

/** Why an environment contradicts itself: the variable, and the reason in words for whoever writes it. Empty when it does not. */
export function contradictions(settings: LaboratorySettings): { variable: string; reason: string }[] {
  const { LABORATORY, LABORATORY_IN_PUBLIC, NODE_ENV, PUBLIC_URL, BODY_URLS, HOST, OIDC_HOST, BIND_ADDRESS } = settings;
  const addresses = [
    { variable: 'PUBLIC_URL', url: new URL(PUBLIC_URL) },
    ...[...(BODY_URLS?.values() ?? [])].map((address) => ({ variable: 'BODY_URLS', url: new URL(address) })),
  ];
  if (!LABORATORY) {
    return [
      ...(LABORATORY_IN_PUBLIC ? [{ variable: 'LABORATORY_IN_PUBLIC', reason: 'means nothing without LABORATORY=true' }] : []),
      ...addresses
        .filter(({ url }) => url.protocol !== 'https:')
        .map(({ variable }) => ({
          variable,
          reason: 'must begin with https://: without TLS there is only a laboratory (LABORATORY=true)',
        })),
    ];
  }
  const wayIn = 'a laboratory lets everybody in without a digital identity';
  const insist = 'LABORATORY_IN_PUBLIC=true insists';
  // What HEALTH_HOST opens is no way in: it tells the state of the process, and nothing of anybody.
  const doors = BIND_ADDRESS === undefined ? { HOST, OIDC_HOST } : { BIND_ADDRESS };
  const open = Object.entries(doors).filter(([, host]) => host !== undefined && !isLoopback(host));
  return [
    ...(NODE_ENV === 'production'
      ? [{ variable: 'LABORATORY', reason: `is refused in production (NODE_ENV, which is production by default): ${wayIn}` }]
      : []),
    ...(LABORATORY_IN_PUBLIC
      ? []
      : addresses
          .filter(({ url: { protocol, hostname } }) => protocol === 'https:' || !isLoopback(hostname))
          .map(({ variable }) => ({ variable, reason: `is not an address of this machine alone, and ${wayIn}; ${insist}` }))),
    ...(LABORATORY_IN_PUBLIC
      ? []
      : open.map(([variable]) => ({ variable, reason: `opens the door to other machines, and ${wayIn}; ${insist}` }))),
  ];
}
