import { expect, test } from '@jest/globals';
import { parseForm } from '@sportello/forms/parse-form';
import { compileForm } from '@sportello/forms/schema';
import { checkFiscalCode, compareFiscalCode } from '@sportello/italy/fiscal-code';
import * as actors from '@sportello/testing/people';
import fc from 'fast-check';
import { calendarsOfComune } from './calendars.ts';
import { helpDesks, helpOffered } from './help-desk.ts';
import { organizations, people, procedures, profiles } from './ids.ts';
import { characters, laboratoryPassword, officers, registrationOf, usernameOf } from './people.ts';
import { servicesAt } from './procedures.ts';

/** Since the manual's window opened. */
const moment = fc.date({ min: new Date('2022-07-25T10:00:00Z'), max: new Date('2060-01-01'), noInvalidDate: true });
const serviceAt = (now: Date, id: string) => {
  const found = servicesAt(now).find((service) => service.id === id);
  if (!found) throw new Error(`There is no service ${id}`);
  return found;
};

test.each(characters.map((character) => [usernameOf(character), character] as const))(
  'the fiscal code of %s agrees with her data',
  (_name, character) => {
    const { fiscalCode } = registrationOf(character).identity;
    expect(checkFiscalCode(fiscalCode)).toBeNull();
    expect(compareFiscalCode(fiscalCode, character)).toEqual([]);
  },
);

test('nobody shares an id, a username or a profile with another', () => {
  for (const values of [
    characters.map(({ id }) => id),
    characters.map(usernameOf),
    characters.flatMap((it) => it.profiles.map(({ id }) => id)),
  ])
    expect(new Set(values).size).toBe(values.length);
  expect(laboratoryPassword.length).toBeGreaterThanOrEqual(12);
});

test('the people of the tests are those of the world', () => {
  expect([organizations.piedmont, organizations.dimostrativo]).toEqual([actors.piedmont, actors.dimostrativo]);
  const { federica, federicaAsCitizen, maria, giulia, marco, bianchi, ferrari, manager, administrator, stranger } = actors;
  const personIds = [federica, maria, giulia, marco, bianchi, ferrari, manager, administrator, stranger].map(({ personId }) => personId);
  expect(personIds).toEqual([
    people.federica,
    people.maria,
    people.giulia,
    people.marco,
    people.bianchi,
    people.ferrari,
    people.manager,
    people.administrator,
    people.clerk,
  ]);
  expect([federica, federicaAsCitizen, maria, giulia, marco].map(({ profileId }) => profileId)).toEqual([
    profiles.federicaAsMayor,
    profiles.federicaAsCitizen,
    profiles.mariaAsSchoolHead,
    profiles.giulia,
    profiles.marco,
  ]);
});

test('CAT-16: "Utenti Servizi 06" is open at any moment, and closes at noon of a second of September', () => {
  fc.assert(
    fc.property(moment, (now) => {
      const { opensAt, closesAt } = serviceAt(now, procedures.utentiServizi06);
      expect(opensAt).toEqual(new Date('2022-07-25T10:00:00Z'));
      expect(closesAt && closesAt > now).toBe(true);
      expect(closesAt?.toISOString().slice(4)).toBe('-09-02T10:00:00.000Z');
      expect(closesAt && closesAt.getTime() - now.getTime()).toBeLessThanOrEqual(366 * 86_400_000);
    }),
  );
  expect(serviceAt(new Date('2022-09-02T09:59:59Z'), procedures.utentiServizi06).closesAt).toEqual(new Date('2022-09-02T10:00:00Z'));
  expect(serviceAt(new Date('2022-09-02T10:00:00Z'), procedures.utentiServizi06).closesAt).toEqual(new Date('2023-09-02T10:00:00Z'));
});

test('CAT-16: one service has the window of the manual, one is still to open, one is always open', () => {
  fc.assert(
    fc.property(moment, (now) => {
      const { opensAt, closesAt } = serviceAt(now, procedures.travelForCare);
      expect(opensAt && opensAt > now && closesAt && closesAt > opensAt).toBe(true);
    }),
  );
  const now = new Date();
  expect(serviceAt(now, procedures.schoolVoucher)).toMatchObject({
    opensAt: new Date('2022-07-25T10:00:00Z'),
    closesAt: new Date('2022-09-02T10:00:00Z'),
  });
  expect(serviceAt(now, procedures.certificates)).toMatchObject({ opensAt: null, closesAt: null });
});

test.each(servicesAt(new Date()).map((service) => [service.code, service] as const))(
  'the form of %s can be published',
  (_code, { form }) => {
    expect(parseForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(() => compileForm(form)).not.toThrow();
  },
);

test.each(helpOffered.map((service) => [service.name.it, service] as const))(
  'CAT-08, CAT-09: the form of %s can be published, and its schools have codes of their own',
  (_name, { form }) => {
    expect(parseForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(() => compileForm(form)).not.toThrow();
    const codes = Object.values(form.schools ?? {}).flatMap((list) => list.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
  },
);

test('every service has officers of its own body who may work it, and nobody may work what is not there', () => {
  const services = servicesAt(new Date());
  for (const { id, organizationId } of services)
    expect(
      officers.filter((officer) => officer.organizationId === organizationId && officer.subjects.some((subject) => subject.id === id)),
    ).not.toEqual([]);
  for (const { organizationId, subjects } of officers)
    for (const { id } of subjects)
      expect([...services, ...calendarsOfComune, ...helpDesks].find((one) => one.id === id)?.organizationId).toBe(organizationId);
});
