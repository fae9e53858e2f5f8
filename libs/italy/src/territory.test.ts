import { expect, test } from '@jest/globals';
import { joinTerritory } from '../tools/territory.js';
import { findProvince, findRegion, provinceTable } from './places.js';
import { capsOf, comuni, findComune, findComuneByCadastralCode, provinces, regions } from './territory.js';
import { comuniLines } from './territory-data.js';

const all = provinces().flatMap(({ code }) => comuni(code));

test('Italy has 20 regions, 107 provinces and 7,896 comuni', () => {
  expect(regions()).toHaveLength(20);
  expect(provinces()).toHaveLength(107);
  expect(all).toHaveLength(7896);
});

test('every comune has an ISTAT code and a cadastral code of its own, and lies in the province that its code names', () => {
  expect(new Set(all.map(({ istatCode }) => istatCode)).size).toBe(7896);
  expect(new Set(all.map(({ cadastralCode }) => cadastralCode)).size).toBe(7896);
  const wrong = all.filter(
    ({ istatCode, cadastralCode, name, province }) =>
      !/^\d{6}$/.test(istatCode) ||
      !/^[A-M]\d{3}$/.test(cadastralCode) ||
      !/^[\p{L}][\p{L}' ./-]+$/u.test(name) ||
      findProvince(istatCode.slice(0, 3))?.code !== province,
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['001272', 'L219', '001', 'Torino'],
  ['058091', 'H501', '058', 'Roma'],
  ['004078', 'D205', '004', 'Cuneo'],
  ['015146', 'F205', '015', 'Milano'],
  ['021008', 'A952', '021', 'Bolzano/Bozen'],
  ['001125', 'E379', '001', 'Ivrea'],
  ['061078', 'I056', '061', 'San Nicola la Strada'],
  ['031022', 'I479', '031', "Savogna d'Isonzo-Sovodnje ob Soči"],
])('comune %s has the cadastral code %s', (istatCode, cadastralCode, province, name) => {
  const comune = { istatCode, cadastralCode, province, name };
  expect(findComune(istatCode)).toEqual(comune);
  expect(findComuneByCadastralCode(cadastralCode)).toEqual(comune);
});

test('Piemonte has eight provinces, in alphabetical order, each in its region', () => {
  expect(provinces('01').map(({ name }) => name)).toEqual([
    'Alessandria',
    'Asti',
    'Biella',
    'Cuneo',
    'Novara',
    'Torino',
    'Verbano-Cusio-Ossola',
    'Vercelli',
  ]);
  for (const { region } of provinceTable) expect(findRegion(region)).toBeDefined();
  expect(findProvince('001')?.region).toBe('01');
});

test('what does not exist is not found', () => {
  expect(provinces('99')).toEqual([]);
  expect(comuni('XX')).toEqual([]);
  expect(findComune('999999')).toBeUndefined();
  expect(findComuneByCadastralCode('Z110')).toBeUndefined();
  expect(findProvince('TO')).toBeUndefined();
});

test('the list is in step with the sources it is made from', async () => {
  expect(await joinTerritory()).toEqual(comuniLines.split('\n'));
});

test.each([
  ['A074', ['10011']],
  ['I726', ['53100']],
  ['H501', Array.from({ length: 82 }, (_, index) => String(118 + index).padStart(5, '0'))],
  ['M438', []],
  ['Z999', []],
])('the comune %s has its postal codes', (cadastralCode, caps) => {
  expect(capsOf({ cadastralCode })).toEqual(caps);
});

test('nearly every comune has its postal code', () => {
  expect(all.filter((comune) => capsOf(comune).length === 0)).toHaveLength(7);
});
