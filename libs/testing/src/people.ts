import type { Actor } from '@sportello/messaging/actor';

/** The body whose officers work in the tests, as in the demonstration world. */
export const piedmont = '01890000-0000-7000-8000-000000000001';
/** Another body: nothing of the first is its business. */
export const dimostrativo = '01890000-0000-7000-8000-000000000002';

const id = (last: number) => `01890000-0000-7000-8000-00000000a${String(last).padStart(3, '0')}`;

const citizen = (last: number, profileKind: string): Actor => ({
  roles: ['citizen'],
  personId: id(last),
  profileId: id(last + 100),
  profileKind,
  organizationId: null,
  rightsVersion: null,
  language: 'it',
  method: 'local',
  level: 2,
  authenticationId: id(last + 200),
  authenticatedAt: '2026-01-01T08:00:00.000Z',
  address: '192.0.2.1',
});

const staff = (last: number, role: 'officer' | 'manager' | 'administrator', organizationId: string): Actor => ({
  ...citizen(last, 'citizen'),
  roles: [role],
  profileId: null,
  profileKind: null,
  organizationId,
});

/** The mayor. */
export const federica: Actor = citizen(1, 'mayor');
/** The same person as a citizen. */
export const federicaAsCitizen: Actor = { ...federica, profileId: id(102), profileKind: 'citizen' };
/** The school head. */
export const maria: Actor = citizen(3, 'school_head');
export const giulia: Actor = citizen(4, 'citizen');
export const marco: Actor = citizen(5, 'citizen');
/** A mayor too, of another comune. */
export const anna: Actor = citizen(6, 'mayor');

/** The officer, her colleague, their manager and the administrator of the Region. */
export const bianchi: Actor = staff(11, 'officer', piedmont);
export const ferrari: Actor = staff(12, 'officer', piedmont);
export const manager: Actor = staff(13, 'manager', piedmont);
export const administrator: Actor = staff(14, 'administrator', piedmont);
/** An officer of another body. */
export const stranger: Actor = staff(15, 'officer', dimostrativo);

/** What an officer is given who may work on these services. */
export const onServices = (...ids: string[]) => ids.map((id) => ({ id, kind: 'procedure' as const }));
