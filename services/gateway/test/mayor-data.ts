/** What the mayor of Ascalea writes in "Utenti Servizi 06": the manual's values where they can be sent, corrected where they cannot. */
export const comuneOfAscalea = {
  province: '001',
  municipality: '001272',
  cap: '10122',
  address: 'Corso Giacomo Matteotti, 10',
  bodyFiscalCode: '00514490010',
  pec: 'protocollo@pec.ascalea.example',
  rupName: 'Carla Riva',
  rupMail: 'carla.riva@ascalea.example',
  rupPhone: '0115550101',
};

const verdi = { givenName: 'GIUSEPPE', familyName: 'VERDI', birthDate: '1813-10-10', mail: 'g.verdi@ascalea.it', phone: '12345678' };
const rossini = { givenName: 'GIOACCHINO', familyName: 'ROSSINI', birthDate: '1792-02-29', mail: 'g.rossini@opera.fr', phone: '78901234' };

/** Their codes say the first of January of a year 00. */
export const asSeedShowsThem = [
  { ...verdi, fiscalCode: 'VRDGPP00A01B293E' },
  { ...rossini, fiscalCode: 'RSSGCH00A01G479X' },
];

export const correctUsers = [
  { ...verdi, fiscalCode: 'VRDGPP13R10B293P' },
  { ...rossini, fiscalCode: 'RSSGCH92B29G479P' },
];
