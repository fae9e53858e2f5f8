import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Input } from '@sportello/contracts/contract';
import { organizationNotFound } from '@sportello/contracts/identity/organizations';
import { type putTheme, themeChanged } from '@sportello/contracts/identity/themes';
import { changedMeanwhile, forbidden, invalidInput } from '@sportello/contracts/problems';
import { service as installation } from '@sportello/messaging/actor';
import { rowsOf } from '@sportello/messaging/states';
import { administrator, bianchi, dimostrativo, giulia, piedmont } from '@sportello/testing/people';
import { pictureOf } from '@sportello/testing/pictures';
import { type IdentityUnderTest, startIdentity } from '../../test/start-identity.js';
import { presentThemes, ThemesService } from './themes.service.js';

let identity: IdentityUnderTest;
let themes: ThemesService;
beforeAll(async () => {
  identity = await startIdentity();
  themes = identity.get(ThemesService);
});
afterAll(() => identity.stop());

const png = pictureOf().toString('base64');
const noFooter = {
  address: null,
  phone: null,
  mail: null,
  pec: null,
  vatNumber: null,
  fiscalCode: null,
  privacyPolicy: null,
  accessibilityStatement: null,
  transparency: null,
};
const themeOf = (organizationId: string, changes: Partial<Input<typeof putTheme>> = {}): Input<typeof putTheme> => ({
  organizationId,
  version: 0,
  name: { it: 'Piemonte', en: 'Piedmont' },
  logo: { png, alternative: { it: 'Stemma', en: 'Coat of arms' } },
  primaryColour: '#7a1f5c',
  footer: { ...noFooter, phone: '+390114321111' },
  ...changes,
});
const told = async () => (await identity.published(themeChanged)).length;

test('ADM-34: a body that has chosen nothing shows its own name in the colours of the installation', async () => {
  expect(await themes.get({ organizationId: dimostrativo }, giulia)).toMatchObject({
    version: 0,
    name: { it: 'Comune Dimostrativo', en: 'Comune Dimostrativo' },
    logo: null,
    primaryColour: '#0066cc',
  });
});

test('ADM-34: the administrator gives her body its look, which is told once, and again to whoever asks for it', async () => {
  const saved = await themes.put(themeOf(piedmont), administrator);
  expect(saved).toMatchObject({ version: 1, primaryColour: '#7a1f5c', logo: { alternative: { it: 'Stemma' } } });
  expect(await themes.put(themeOf(piedmont), administrator)).toEqual(saved);
  expect(await themes.get({ organizationId: piedmont }, giulia)).toEqual(saved);
  expect(await told()).toBe(1);
  expect(await rowsOf(presentThemes, identity.db.manager, null, 10)).toEqual([{ key: piedmont, data: saved }]);
});

test('nobody writes over a look that she has not seen', async () => {
  const { version } = await themes.put(themeOf(piedmont, { version: 1, primaryColour: '#123456' }), administrator);
  expect(version).toBe(2);
  await expect(themes.put(themeOf(piedmont, { version: 1, primaryColour: '#654321' }), administrator)).rejects.toMatchObject({
    problem: changedMeanwhile,
    extra: { version: 2 },
  });
});

test('the look of a body is its own: an administrator of another one, and who is none any more, write nothing', async () => {
  const before = await told();
  await expect(themes.put(themeOf(dimostrativo), administrator)).rejects.toMatchObject({ problem: organizationNotFound });
  await expect(themes.put(themeOf(piedmont), { ...bianchi, roles: ['administrator'] })).rejects.toMatchObject({ problem: forbidden });
  const nobody = '01890000-0000-7000-8000-0000000000ff';
  await expect(themes.put(themeOf(nobody), installation)).rejects.toMatchObject({ problem: organizationNotFound });
  await expect(themes.get({ organizationId: nobody }, giulia)).rejects.toMatchObject({ problem: organizationNotFound });
  expect(await told()).toBe(before);
  expect((await themes.get({ organizationId: dimostrativo }, giulia)).version).toBe(0);
});

test('ADM-34: a colour on which white words cannot be read is refused with its contrast, and with what is missing', async () => {
  await expect(themes.put(themeOf(dimostrativo, { primaryColour: '#ff9900' }), installation)).rejects.toMatchObject({
    problem: invalidInput,
    extra: {
      errors: [
        {
          pointer: '/primaryColour',
          detail: { en: expect.stringContaining('2.14:1 with white'), it: expect.stringContaining('almeno 4,5:1') },
        },
      ],
    },
  });
  // Enough on white, and not on the background of the pages.
  await expect(themes.put(themeOf(dimostrativo, { primaryColour: '#767676' }), installation)).rejects.toMatchObject({
    extra: { errors: [{ detail: { it: expect.stringMatching(/4,54:1 con il bianco e 4,1\d:1 con lo sfondo/) } }] },
  });
  expect((await themes.put(themeOf(dimostrativo, { primaryColour: '#0066cc' }), installation)).version).toBe(1);
});

test('ADM-34: what is no PNG is told at the logo, and nothing is kept of it', async () => {
  const before = await themes.get({ organizationId: dimostrativo }, giulia);
  const logo = { png: Buffer.from('<svg onload="alert(1)"/>').toString('base64'), alternative: { it: 'Stemma', en: 'Arms' } };
  await expect(themes.put(themeOf(dimostrativo, { version: before.version, logo }), installation)).rejects.toMatchObject({
    extra: { errors: [{ pointer: '/logo/png', detail: { it: 'Il file non è un’immagine PNG' } }] },
  });
  expect(await themes.get({ organizationId: dimostrativo }, giulia)).toEqual(before);
});
