/** Who and what the demonstration world is made of, by identifiers that never change: tests and commands may rely on them. */

const id = (end: string) => `01890000-0000-7000-8000-${end.padStart(12, '0')}`;

export const organizations = {
  piedmont: id('1'),
  dimostrativo: id('2'),
  ministry: id('3'),
  school: id('4'),
};

export const offices = {
  education: id('d01'),
  health: id('d02'),
  registry: id('d03'),
  helpDesk: id('d04'),
  secretariat: id('d05'),
  police: id('d06'),
  school: id('d07'),
};

export const people = {
  federica: id('a001'),
  maria: id('a003'),
  giulia: id('a004'),
  marco: id('a005'),
  daniele: id('a007'),
  verdi: id('a008'),
  rossini: id('a009'),
  bianchi: id('a011'),
  ferrari: id('a012'),
  manager: id('a013'),
  administrator: id('a014'),
  clerk: id('a015'),
  constable: id('a016'),
  schoolAdministrator: id('a017'),
  helpOperator: id('a018'),
  helpColleague: id('a019'),
  helpManager: id('a020'),
};

export const profiles = {
  federicaAsMayor: id('a101'),
  federicaAsCitizen: id('a102'),
  mariaAsCitizen: id('a303'),
  mariaAsSchoolHead: id('a103'),
  giulia: id('a104'),
  marco: id('a105'),
  daniele: id('a107'),
  verdi: id('a108'),
  rossini: id('a109'),
};

export const procedures = {
  /** Open: "Utenti Servizi 06", for mayors. */
  utentiServizi06: id('b001'),
  /** Closed: its window is over. */
  schoolVoucher: id('b002'),
  /** Not open yet. */
  travelForCare: id('b003'),
  /** Always open: its documents are registered in the protocol. */
  accessToRecords: id('b005'),
  /** Always open, of kind Inoltro: its practices are handed on to the health authority. */
  healthComplaint: id('b006'),
  /** Always open, for citizens of Comune Dimostrativo. */
  certificates: id('b004'),
  /** The rest is of Comune Dimostrativo too, and always open. */
  information: id('b00a'),
  nursery: id('b00b'),
  bookContribution: id('b00c'),
  publicCompetition: id('b00d'),
  roomBooking: id('b00e'),
  restrictedTraffic: id('b00f'),
  publicGround: id('b010'),
  rentHelp: id('b011'),
  /** Of Regione Piemonte, filled in now and sent on the click day alone. */
  domesticWork: id('b012'),
  otherWork: id('b013'),
  permitConversion: id('b014'),
  schoolReport: id('b015'),
  specialDiet: id('b016'),
};

export const calendars = {
  /** Of Comune Dimostrativo: booked by anybody, two desks. */
  registry: id('c001'),
  /** At the library: the same services, one desk. */
  library: id('c002'),
  /** What is booked here is approved by an officer. */
  police: id('c003'),
};

export const desks = {
  /** Of the ministry, by the kind of help. */
  technical: id('e001'),
  functional: id('e002'),
  legal: id('e003'),
  /** Of the Region. */
  piedmontTechnical: id('e004'),
  piedmontContent: id('e005'),
  /** Of the ministry, day and night: what is critical is handed to it. */
  onCall: id('e006'),
};

export const helpCategories = {
  tools: id('e101'),
  covid: id('e102'),
  administration: id('e103'),
  pagoInRete: id('e104'),
  staff: id('e105'),
  information: id('e106'),
  credentials: id('e107'),
};

export const helpServices = {
  /** CAT-08: the one of the manual. */
  currentAccounts: id('e201'),
  reconciliation: id('e202'),
  familyPayments: id('e203'),
  digitalIdentity: id('e204'),
  aggregation: id('e205'),
  distanceLearning: id('e206'),
  budget: id('e207'),
  contracts: id('e208'),
  information: id('e209'),
  credentials: id('e210'),
};

/** Topics of the library of the ministry, and the categories inside them. */
export const topics = {
  access: id('1c01'),
  payments: id('1c02'),
  school: id('1c03'),
};
