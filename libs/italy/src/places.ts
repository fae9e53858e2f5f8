/** A region, by its ISTAT code. */
export interface Region {
  /** 2 digits, as `01` for Piemonte. */
  code: string;
  name: string;
}

/** A province, metropolitan city or free consortium, by its ISTAT code. */
export interface Province {
  /** 3 digits with which the ISTAT codes of its comuni begin, as `001` for Torino. The metropolitan city has another, beside. */
  code: string;
  /** 2 letters, as `TO`, from its number plates. */
  plate: string;
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
  { code: '001', plate: 'TO', name: 'Torino', region: '01' },
  { code: '002', plate: 'VC', name: 'Vercelli', region: '01' },
  { code: '003', plate: 'NO', name: 'Novara', region: '01' },
  { code: '004', plate: 'CN', name: 'Cuneo', region: '01' },
  { code: '005', plate: 'AT', name: 'Asti', region: '01' },
  { code: '006', plate: 'AL', name: 'Alessandria', region: '01' },
  { code: '007', plate: 'AO', name: "Valle d'Aosta/Vallée d'Aoste", region: '02' },
  { code: '008', plate: 'IM', name: 'Imperia', region: '07' },
  { code: '009', plate: 'SV', name: 'Savona', region: '07' },
  { code: '010', plate: 'GE', name: 'Genova', region: '07' },
  { code: '011', plate: 'SP', name: 'La Spezia', region: '07' },
  { code: '012', plate: 'VA', name: 'Varese', region: '03' },
  { code: '013', plate: 'CO', name: 'Como', region: '03' },
  { code: '014', plate: 'SO', name: 'Sondrio', region: '03' },
  { code: '015', plate: 'MI', name: 'Milano', region: '03' },
  { code: '016', plate: 'BG', name: 'Bergamo', region: '03' },
  { code: '017', plate: 'BS', name: 'Brescia', region: '03' },
  { code: '018', plate: 'PV', name: 'Pavia', region: '03' },
  { code: '019', plate: 'CR', name: 'Cremona', region: '03' },
  { code: '020', plate: 'MN', name: 'Mantova', region: '03' },
  { code: '021', plate: 'BZ', name: 'Bolzano/Bozen', region: '04' },
  { code: '022', plate: 'TN', name: 'Trento', region: '04' },
  { code: '023', plate: 'VR', name: 'Verona', region: '05' },
  { code: '024', plate: 'VI', name: 'Vicenza', region: '05' },
  { code: '025', plate: 'BL', name: 'Belluno', region: '05' },
  { code: '026', plate: 'TV', name: 'Treviso', region: '05' },
  { code: '027', plate: 'VE', name: 'Venezia', region: '05' },
  { code: '028', plate: 'PD', name: 'Padova', region: '05' },
  { code: '029', plate: 'RO', name: 'Rovigo', region: '05' },
  { code: '030', plate: 'UD', name: 'Udine', region: '06' },
  { code: '031', plate: 'GO', name: 'Gorizia', region: '06' },
  { code: '032', plate: 'TS', name: 'Trieste', region: '06' },
  { code: '033', plate: 'PC', name: 'Piacenza', region: '08' },
  { code: '034', plate: 'PR', name: 'Parma', region: '08' },
  { code: '035', plate: 'RE', name: "Reggio nell'Emilia", region: '08' },
  { code: '036', plate: 'MO', name: 'Modena', region: '08' },
  { code: '037', plate: 'BO', name: 'Bologna', region: '08' },
  { code: '038', plate: 'FE', name: 'Ferrara', region: '08' },
  { code: '039', plate: 'RA', name: 'Ravenna', region: '08' },
  { code: '040', plate: 'FC', name: 'Forlì-Cesena', region: '08' },
  { code: '041', plate: 'PU', name: 'Pesaro e Urbino', region: '11' },
  { code: '042', plate: 'AN', name: 'Ancona', region: '11' },
  { code: '043', plate: 'MC', name: 'Macerata', region: '11' },
  { code: '044', plate: 'AP', name: 'Ascoli Piceno', region: '11' },
  { code: '045', plate: 'MS', name: 'Massa-Carrara', region: '09' },
  { code: '046', plate: 'LU', name: 'Lucca', region: '09' },
  { code: '047', plate: 'PT', name: 'Pistoia', region: '09' },
  { code: '048', plate: 'FI', name: 'Firenze', region: '09' },
  { code: '049', plate: 'LI', name: 'Livorno', region: '09' },
  { code: '050', plate: 'PI', name: 'Pisa', region: '09' },
  { code: '051', plate: 'AR', name: 'Arezzo', region: '09' },
  { code: '052', plate: 'SI', name: 'Siena', region: '09' },
  { code: '053', plate: 'GR', name: 'Grosseto', region: '09' },
  { code: '054', plate: 'PG', name: 'Perugia', region: '10' },
  { code: '055', plate: 'TR', name: 'Terni', region: '10' },
  { code: '056', plate: 'VT', name: 'Viterbo', region: '12' },
  { code: '057', plate: 'RI', name: 'Rieti', region: '12' },
  { code: '058', plate: 'RM', name: 'Roma', region: '12' },
  { code: '059', plate: 'LT', name: 'Latina', region: '12' },
  { code: '060', plate: 'FR', name: 'Frosinone', region: '12' },
  { code: '061', plate: 'CE', name: 'Caserta', region: '15' },
  { code: '062', plate: 'BN', name: 'Benevento', region: '15' },
  { code: '063', plate: 'NA', name: 'Napoli', region: '15' },
  { code: '064', plate: 'AV', name: 'Avellino', region: '15' },
  { code: '065', plate: 'SA', name: 'Salerno', region: '15' },
  { code: '066', plate: 'AQ', name: "L'Aquila", region: '13' },
  { code: '067', plate: 'TE', name: 'Teramo', region: '13' },
  { code: '068', plate: 'PE', name: 'Pescara', region: '13' },
  { code: '069', plate: 'CH', name: 'Chieti', region: '13' },
  { code: '070', plate: 'CB', name: 'Campobasso', region: '14' },
  { code: '071', plate: 'FG', name: 'Foggia', region: '16' },
  { code: '072', plate: 'BA', name: 'Bari', region: '16' },
  { code: '073', plate: 'TA', name: 'Taranto', region: '16' },
  { code: '074', plate: 'BR', name: 'Brindisi', region: '16' },
  { code: '075', plate: 'LE', name: 'Lecce', region: '16' },
  { code: '076', plate: 'PZ', name: 'Potenza', region: '17' },
  { code: '077', plate: 'MT', name: 'Matera', region: '17' },
  { code: '078', plate: 'CS', name: 'Cosenza', region: '18' },
  { code: '079', plate: 'CZ', name: 'Catanzaro', region: '18' },
  { code: '080', plate: 'RC', name: 'Reggio Calabria', region: '18' },
  { code: '081', plate: 'TP', name: 'Trapani', region: '19' },
  { code: '082', plate: 'PA', name: 'Palermo', region: '19' },
  { code: '083', plate: 'ME', name: 'Messina', region: '19' },
  { code: '084', plate: 'AG', name: 'Agrigento', region: '19' },
  { code: '085', plate: 'CL', name: 'Caltanissetta', region: '19' },
  { code: '086', plate: 'EN', name: 'Enna', region: '19' },
  { code: '087', plate: 'CT', name: 'Catania', region: '19' },
  { code: '088', plate: 'RG', name: 'Ragusa', region: '19' },
  { code: '089', plate: 'SR', name: 'Siracusa', region: '19' },
  { code: '090', plate: 'SS', name: 'Sassari', region: '20' },
  { code: '091', plate: 'NU', name: 'Nuoro', region: '20' },
  { code: '092', plate: 'CA', name: 'Cagliari', region: '20' },
  { code: '093', plate: 'PN', name: 'Pordenone', region: '06' },
  { code: '094', plate: 'IS', name: 'Isernia', region: '14' },
  { code: '095', plate: 'OR', name: 'Oristano', region: '20' },
  { code: '096', plate: 'BI', name: 'Biella', region: '01' },
  { code: '097', plate: 'LC', name: 'Lecco', region: '03' },
  { code: '098', plate: 'LO', name: 'Lodi', region: '03' },
  { code: '099', plate: 'RN', name: 'Rimini', region: '08' },
  { code: '100', plate: 'PO', name: 'Prato', region: '09' },
  { code: '101', plate: 'KR', name: 'Crotone', region: '18' },
  { code: '102', plate: 'VV', name: 'Vibo Valentia', region: '18' },
  { code: '103', plate: 'VB', name: 'Verbano-Cusio-Ossola', region: '01' },
  { code: '108', plate: 'MB', name: 'Monza e della Brianza', region: '03' },
  { code: '109', plate: 'FM', name: 'Fermo', region: '11' },
  { code: '110', plate: 'BT', name: 'Barletta-Andria-Trani', region: '16' },
  { code: '111', plate: 'SU', name: 'Sud Sardegna', region: '20' },
];

const provincesByCode = new Map(provinceTable.map((province) => [province.code, province]));
const regionsByCode = new Map(regionTable.map((region) => [region.code, region]));

/** The region of a code, as `01`. */
export function findRegion(code: string): Region | undefined {
  return regionsByCode.get(code);
}

/** The province of a code, as `001`. */
export function findProvince(code: string): Province | undefined {
  return provincesByCode.get(code);
}
