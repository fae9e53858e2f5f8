/**
 * Who a request may come from. A person signed in as officer, manager or administrator works for one
 * organization; a citizen acts for herself, whatever profile she wears; `service` is one of ours on its own account.
 */
export const roles = ['visitor', 'citizen', 'officer', 'manager', 'administrator', 'service'] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = ['visitor', 'citizen', 'officer', 'manager', 'administrator', 'service'];
const signedIn: readonly Role[] = ['citizen', 'officer', 'manager', 'administrator'];
const staff: readonly Role[] = ['officer', 'manager', 'administrator'];

/** The permission matrix: each contract names one of these, and nothing else decides who may ask it. */
export const permissions = {
  'account:read': signedIn,
  'account:write': signedIn,
  'policies:read': everyone,
  'policies:accept': signedIn,
  'people:describe': ['service'],
  'people:meet': ['service'],
  'sessions:open': ['service'],
  'organizations:read': everyone,
  'organizations:write': ['administrator', 'service'],
  'offices:write': ['manager', 'administrator', 'service'],
  'people:write': ['administrator', 'service'],
  'officers:read': staff,
  'officers:write': ['manager', 'administrator', 'service'],
  // An officer tells her own, a manager anybody's: the rule says which.
  'absences:read': staff,
  'absences:write': staff,
  'security:read': ['manager', 'administrator'],
  'accesses:read': ['manager', 'administrator'],
  'territory:read': everyone,
  'procedures:read': everyone,
  'procedures:write': ['administrator'],
  'services:read': staff,
  'procedures:rate': everyone,
  'ratings:read': ['manager', 'administrator'],
  'forms:read': everyone,
  'practices:compile': ['citizen'],
  // Officers what they have begun for a citizen: the rule says which.
  'practices:fill-in': ['citizen', 'officer', 'manager'],
  'practices:submit': ['citizen'],
  'practices:read': ['citizen', 'officer', 'manager', 'administrator'],
  'practices:list-own': ['citizen'],
  'practices:star': signedIn,
  // The rule tells officers that the applicant alone withdraws, and hides from strangers that there is anything.
  'practices:withdraw': signedIn,
  'practices:describe': ['service'],
  'practices:work': ['officer', 'manager'],
  'practices:reopen': ['manager'],
  'practices:queue': ['officer', 'manager'],
  'practices:export': ['officer', 'manager'],
  'statistics:read': staff,
  'external-practices:write': ['administrator'],
  'practices:answer': ['citizen'],
  'practices:write-to': ['citizen', 'officer', 'manager'],
  'attachments:write': ['citizen', 'officer', 'manager'],
  'enablings:read': ['manager', 'administrator'],
  'enablings:retry': ['manager', 'administrator'],
  'protocol:read': ['manager', 'administrator'],
  'protocol:retry': ['manager', 'administrator'],
  'protocol:annul': ['manager'],
  'protocol:set': ['administrator'],
  'documents:verify': everyone,
  'status:read': everyone,
  'session:read': everyone,
  'session:write': signedIn,
  'live:read': signedIn,
  'files:open': everyone,
  'notices:read': signedIn,
  'mails:read': ['manager', 'administrator'],
  'mails:retry': ['manager', 'administrator'],
  'positions:read': signedIn,
  'positions:list-own': ['citizen'],
  'positions:search': staff,
  // Other systems of a body ask as its administrator.
  'positions:write': ['manager', 'administrator'],
  'positions:change': ['officer', 'manager'],
  'anomalies:read': ['manager', 'administrator'],
  'anomalies:resolve': ['manager'],
  // Whoever holds a notice may pay it, as in a bank.
  'carts:start': everyone,
  // Booking asks for no signing in where the calendar does not.
  'appointments:book': everyone,
  'appointments:list-own': ['citizen'],
  'feeds:manage': signedIn,
  'calendars:read': staff,
  // Administrators create and delete, officers who are enabled change: the rule says which.
  'calendars:write': staff,
  'calendars:work': staff,
  'creditors:read': ['manager', 'administrator', 'service'],
  'creditors:write': ['administrator', 'service'],
  // What one may ask for depends on the profile that is worn: the rule says which.
  'help:read': everyone,
  'help:write': ['administrator'],
  'desks:read': staff,
  'desks:write': ['manager', 'administrator'],
  'tickets:open': ['citizen'],
  'tickets:list-own': ['citizen'],
  'tickets:read': ['citizen', 'officer', 'manager'],
  'tickets:write-to': ['citizen', 'officer', 'manager'],
  'tickets:work': ['officer', 'manager'],
  'tickets:merge': ['officer', 'manager'],
  // What one may read depends on the profile that is worn, and who may write on a topic is enabled to it: the rule says which.
  'library:read': everyone,
  'library:rate': signedIn,
  'library:work': staff,
  'library:organise': ['manager', 'administrator'],
  'library:bring': ['administrator'],
  'library:describe': ['service'],
  // Whoever is the account holder: the rule says of whom.
  'school:read-own': ['citizen'],
  'school:report-absence': ['citizen'],
  'school:top-up': ['citizen'],
  'school:set-warning': ['citizen'],
  // Who owes what to the school office, and money that is credited; the kitchen sees numbers alone.
  'school:credit': ['manager', 'administrator'],
  'school:set-holders': ['manager', 'administrator'],
  'school:work': ['officer', 'manager', 'administrator'],
  'school:import': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** True when one of the roles holds the permission. */
export const mayDo = (held: readonly Role[], permission: Permission): boolean => {
  const allowed: readonly Role[] = permissions[permission];
  return held.some((role) => allowed.includes(role));
};
