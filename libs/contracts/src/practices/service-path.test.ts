import { expect, test } from '@jest/globals';
import { servicePath, servicePathOfNumber } from './service-path.js';

test('the page of a service has the words of its code, and every number leads there', () => {
  expect(servicePath('SERV06_UTENTI_2022')).toBe('/servizi/serv06-utenti-2022');
  expect(servicePathOfNumber('SERV06_UTENTI_2022.0000008')).toBe('/servizi/serv06-utenti-2022');
});
