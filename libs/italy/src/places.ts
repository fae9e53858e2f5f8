/** A region, by its ISTAT code. */
export interface Region {
  /** 2 digits, as `01` for Piemonte. */
  code: string;
  name: string;
}

/** A province, metropolitan city or free consortium, by the two letters of its number plates. */
export interface Province {
  /** 2 letters, as `TO`. */
  code: string;
  /** 3 digits with which the ISTAT codes of its comuni begin. Not the code of the metropolitan city, which is another. */
  istatPrefix: string;
  name: string;
  /** Code of its region. */
  region: string;
}

/** A comune, by its ISTAT code. */
export interface Comune {
  /** 6 digits, as `001272` for Torino. */
  istatCode: string;
  /** A letter and 3 digits, as `L219`: what fiscal codes call it. */
  cadastralCode: string;
  /** In both languages where it has two, as `Bolzano/Bozen`. */
  name: string;
  /** Code of its province. */
  province: string;
}

/** The regions in the order of their ISTAT codes. */
export const regionTable: readonly Region[] = [
  { code: '01', name: 'Piemonte' },
  { code: '02', name: "Valle d'Aosta/Vallée d'Aoste" },
  { code: '03', name: 'Lombardia' },
  { code: '04', name: 'Trentino-Alto Adige/Südtirol' },
  { code: '05', name: 'Veneto' },
  { code: '06', name: 'Friuli-Venezia Giulia' },
  { code: '07', name: 'Liguria' },
  { code: '08', name: 'Emilia-Romagna' },
  { code: '09', name: 'Toscana' },
  { code: '10', name: 'Umbria' },
  { code: '11', name: 'Marche' },
  { code: '12', name: 'Lazio' },
  { code: '13', name: 'Abruzzo' },
  { code: '14', name: 'Molise' },
  { code: '15', name: 'Campania' },
  { code: '16', name: 'Puglia' },
  { code: '17', name: 'Basilicata' },
  { code: '18', name: 'Calabria' },
  { code: '19', name: 'Sicilia' },
  { code: '20', name: 'Sardegna' },
];

/** The provinces in the order of their ISTAT codes, Sardinia as it was before the reform of its provinces. */
export const provinceTable: readonly Province[] = [
  { code: 'TO', istatPrefix: '001', name: 'Torino', region: '01' },
  { code: 'VC', istatPrefix: '002', name: 'Vercelli', region: '01' },
  { code: 'NO', istatPrefix: '003', name: 'Novara', region: '01' },
  { code: 'CN', istatPrefix: '004', name: 'Cuneo', region: '01' },
  { code: 'AT', istatPrefix: '005', name: 'Asti', region: '01' },
  { code: 'AL', istatPrefix: '006', name: 'Alessandria', region: '01' },
  { code: 'AO', istatPrefix: '007', name: "Valle d'Aosta/Vallée d'Aoste", region: '02' },
  { code: 'IM', istatPrefix: '008', name: 'Imperia', region: '07' },
  { code: 'SV', istatPrefix: '009', name: 'Savona', region: '07' },
  { code: 'GE', istatPrefix: '010', name: 'Genova', region: '07' },
  { code: 'SP', istatPrefix: '011', name: 'La Spezia', region: '07' },
  { code: 'VA', istatPrefix: '012', name: 'Varese', region: '03' },
  { code: 'CO', istatPrefix: '013', name: 'Como', region: '03' },
  { code: 'SO', istatPrefix: '014', name: 'Sondrio', region: '03' },
  { code: 'MI', istatPrefix: '015', name: 'Milano', region: '03' },
  { code: 'BG', istatPrefix: '016', name: 'Bergamo', region: '03' },
  { code: 'BS', istatPrefix: '017', name: 'Brescia', region: '03' },
  { code: 'PV', istatPrefix: '018', name: 'Pavia', region: '03' },
  { code: 'CR', istatPrefix: '019', name: 'Cremona', region: '03' },
  { code: 'MN', istatPrefix: '020', name: 'Mantova', region: '03' },
  { code: 'BZ', istatPrefix: '021', name: 'Bolzano/Bozen', region: '04' },
  { code: 'TN', istatPrefix: '022', name: 'Trento', region: '04' },
  { code: 'VR', istatPrefix: '023', name: 'Verona', region: '05' },
  { code: 'VI', istatPrefix: '024', name: 'Vicenza', region: '05' },
  { code: 'BL', istatPrefix: '025', name: 'Belluno', region: '05' },
  { code: 'TV', istatPrefix: '026', name: 'Treviso', region: '05' },
  { code: 'VE', istatPrefix: '027', name: 'Venezia', region: '05' },
  { code: 'PD', istatPrefix: '028', name: 'Padova', region: '05' },
  { code: 'RO', istatPrefix: '029', name: 'Rovigo', region: '05' },
  { code: 'UD', istatPrefix: '030', name: 'Udine', region: '06' },
  { code: 'GO', istatPrefix: '031', name: 'Gorizia', region: '06' },
  { code: 'TS', istatPrefix: '032', name: 'Trieste', region: '06' },
  { code: 'PC', istatPrefix: '033', name: 'Piacenza', region: '08' },
  { code: 'PR', istatPrefix: '034', name: 'Parma', region: '08' },
  { code: 'RE', istatPrefix: '035', name: "Reggio nell'Emilia", region: '08' },
  { code: 'MO', istatPrefix: '036', name: 'Modena', region: '08' },
  { code: 'BO', istatPrefix: '037', name: 'Bologna', region: '08' },
  { code: 'FE', istatPrefix: '038', name: 'Ferrara', region: '08' },
  { code: 'RA', istatPrefix: '039', name: 'Ravenna', region: '08' },
  { code: 'FC', istatPrefix: '040', name: 'Forlì-Cesena', region: '08' },
  { code: 'PU', istatPrefix: '041', name: 'Pesaro e Urbino', region: '11' },
  { code: 'AN', istatPrefix: '042', name: 'Ancona', region: '11' },
  { code: 'MC', istatPrefix: '043', name: 'Macerata', region: '11' },
  { code: 'AP', istatPrefix: '044', name: 'Ascoli Piceno', region: '11' },
  { code: 'MS', istatPrefix: '045', name: 'Massa-Carrara', region: '09' },
  { code: 'LU', istatPrefix: '046', name: 'Lucca', region: '09' },
  { code: 'PT', istatPrefix: '047', name: 'Pistoia', region: '09' },
  { code: 'FI', istatPrefix: '048', name: 'Firenze', region: '09' },
  { code: 'LI', istatPrefix: '049', name: 'Livorno', region: '09' },
  { code: 'PI', istatPrefix: '050', name: 'Pisa', region: '09' },
  { code: 'AR', istatPrefix: '051', name: 'Arezzo', region: '09' },
  { code: 'SI', istatPrefix: '052', name: 'Siena', region: '09' },
  { code: 'GR', istatPrefix: '053', name: 'Grosseto', region: '09' },
  { code: 'PG', istatPrefix: '054', name: 'Perugia', region: '10' },
  { code: 'TR', istatPrefix: '055', name: 'Terni', region: '10' },
  { code: 'VT', istatPrefix: '056', name: 'Viterbo', region: '12' },
  { code: 'RI', istatPrefix: '057', name: 'Rieti', region: '12' },
  { code: 'RM', istatPrefix: '058', name: 'Roma', region: '12' },
  { code: 'LT', istatPrefix: '059', name: 'Latina', region: '12' },
  { code: 'FR', istatPrefix: '060', name: 'Frosinone', region: '12' },
  { code: 'CE', istatPrefix: '061', name: 'Caserta', region: '15' },
  { code: 'BN', istatPrefix: '062', name: 'Benevento', region: '15' },
  { code: 'NA', istatPrefix: '063', name: 'Napoli', region: '15' },
  { code: 'AV', istatPrefix: '064', name: 'Avellino', region: '15' },
  { code: 'SA', istatPrefix: '065', name: 'Salerno', region: '15' },
  { code: 'AQ', istatPrefix: '066', name: "L'Aquila", region: '13' },
  { code: 'TE', istatPrefix: '067', name: 'Teramo', region: '13' },
  { code: 'PE', istatPrefix: '068', name: 'Pescara', region: '13' },
  { code: 'CH', istatPrefix: '069', name: 'Chieti', region: '13' },
  { code: 'CB', istatPrefix: '070', name: 'Campobasso', region: '14' },
  { code: 'FG', istatPrefix: '071', name: 'Foggia', region: '16' },
  { code: 'BA', istatPrefix: '072', name: 'Bari', region: '16' },
  { code: 'TA', istatPrefix: '073', name: 'Taranto', region: '16' },
  { code: 'BR', istatPrefix: '074', name: 'Brindisi', region: '16' },
  { code: 'LE', istatPrefix: '075', name: 'Lecce', region: '16' },
  { code: 'PZ', istatPrefix: '076', name: 'Potenza', region: '17' },
  { code: 'MT', istatPrefix: '077', name: 'Matera', region: '17' },
  { code: 'CS', istatPrefix: '078', name: 'Cosenza', region: '18' },
  { code: 'CZ', istatPrefix: '079', name: 'Catanzaro', region: '18' },
  { code: 'RC', istatPrefix: '080', name: 'Reggio Calabria', region: '18' },
  { code: 'TP', istatPrefix: '081', name: 'Trapani', region: '19' },
  { code: 'PA', istatPrefix: '082', name: 'Palermo', region: '19' },
  { code: 'ME', istatPrefix: '083', name: 'Messina', region: '19' },
  { code: 'AG', istatPrefix: '084', name: 'Agrigento', region: '19' },
  { code: 'CL', istatPrefix: '085', name: 'Caltanissetta', region: '19' },
  { code: 'EN', istatPrefix: '086', name: 'Enna', region: '19' },
  { code: 'CT', istatPrefix: '087', name: 'Catania', region: '19' },
  { code: 'RG', istatPrefix: '088', name: 'Ragusa', region: '19' },
  { code: 'SR', istatPrefix: '089', name: 'Siracusa', region: '19' },
  { code: 'SS', istatPrefix: '090', name: 'Sassari', region: '20' },
  { code: 'NU', istatPrefix: '091', name: 'Nuoro', region: '20' },
  { code: 'CA', istatPrefix: '092', name: 'Cagliari', region: '20' },
  { code: 'PN', istatPrefix: '093', name: 'Pordenone', region: '06' },
  { code: 'IS', istatPrefix: '094', name: 'Isernia', region: '14' },
  { code: 'OR', istatPrefix: '095', name: 'Oristano', region: '20' },
  { code: 'BI', istatPrefix: '096', name: 'Biella', region: '01' },
  { code: 'LC', istatPrefix: '097', name: 'Lecco', region: '03' },
  { code: 'LO', istatPrefix: '098', name: 'Lodi', region: '03' },
  { code: 'RN', istatPrefix: '099', name: 'Rimini', region: '08' },
  { code: 'PO', istatPrefix: '100', name: 'Prato', region: '09' },
  { code: 'KR', istatPrefix: '101', name: 'Crotone', region: '18' },
  { code: 'VV', istatPrefix: '102', name: 'Vibo Valentia', region: '18' },
  { code: 'VB', istatPrefix: '103', name: 'Verbano-Cusio-Ossola', region: '01' },
  { code: 'MB', istatPrefix: '108', name: 'Monza e della Brianza', region: '03' },
  { code: 'FM', istatPrefix: '109', name: 'Fermo', region: '11' },
  { code: 'BT', istatPrefix: '110', name: 'Barletta-Andria-Trani', region: '16' },
  { code: 'SU', istatPrefix: '111', name: 'Sud Sardegna', region: '20' },
];

const provincesByPrefix = new Map(provinceTable.map((province) => [province.istatPrefix, province]));
const provincesByCode = new Map(provinceTable.map((province) => [province.code, province]));
const regionsByCode = new Map(regionTable.map((region) => [region.code, region]));

/** The region of a code, as `01`. */
export function findRegion(code: string): Region | undefined {
  return regionsByCode.get(code);
}

/** The province of a code, as `TO`. */
export function findProvince(code: string): Province | undefined {
  return provincesByCode.get(code);
}

/** The province of a comune, by the ISTAT code of the comune; whether such a comune exists is not looked at. */
export function findProvinceOfComune(istatCode: string): Province | undefined {
  return /^\d{6}$/.test(istatCode) ? provincesByPrefix.get(istatCode.slice(0, 3)) : undefined;
}
