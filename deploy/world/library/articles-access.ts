import { type BroughtArticle, both, by, italian } from './article.ts';

/** SPID/CIE: what the seed shows, and what people who sign in ask. */
export const accessArticles: BroughtArticle[] = [
  {
    ...{ number: 'KB0010078', topic: 'access', category: 'eidas', daysAgo: 29, ...by.maria },
    texts: both(
      [
        'eIDAS - Chi è il soggetto aggregato',
        "Il processo di adesione come aggregato deve essere effettuato dall'Istituzione scolastica. Il fornitore, se ancora non l'ha fatto, è tenuto ad integrarsi con il componente eID-Gateway messo a disposizione dal Ministero dell'Istruzione, per permettere ai cittadini di accedere ai servizi tramite SPID, CIE o Eidas.",
        'Il soggetto aggregato è quindi la scuola; il soggetto aggregatore è il Ministero.',
      ],
      [
        'eIDAS - Who the aggregated body is',
        'Joining as an aggregated body is done by the school. The supplier, unless that was done already, has to connect to the eID-Gateway of the Ministry of Education, so that citizens can sign in to the services by SPID, CIE or eIDAS.',
        'The aggregated body is the school; the aggregating body is the Ministry.',
      ],
    ),
    keywords: ['eID-Gateway', 'aggregatore'],
  },
  {
    ...{ number: 'KB0010010', topic: 'access', category: 'joining', daysAgo: 61, audience: ['school_head'], ...by.ministry },
    texts: both(
      [
        'Verifica aggregazione',
        'I DS possono verificare lo stato di aggregazione tramite l\'accesso all\'applicazione SIDI "Gestione aggregazione scuola", funzione "Gestione aggregazione". Se la scuola risulta già aggregata, potrà procedere direttamente con la configurazione dei servizi.',
      ],
      [
        'Checking whether the school is aggregated',
        'School heads see whether their school is aggregated in the SIDI application “Gestione aggregazione scuola”, function “Gestione aggregazione”. A school that is aggregated already can go on to set up its services.',
      ],
    ),
    keywords: ['SIDI', 'dirigente scolastico'],
  },
  {
    ...{ number: 'KB0010011', topic: 'access', category: 'joining', daysAgo: 62, audience: ['school_head'], ...by.ministry },
    texts: both(
      [
        'Modulo adesione',
        "Il DS può indicare facoltativamente quali sono i fornitori di riferimento per la scuola che hanno aderito all'integrazione all'eID-Gateway e quali sono i servizi messi a disposizione dei cittadini integrati con SPID, CIE ed eIDAS.",
        'Il modulo si compila nell’applicazione SIDI e si firma digitalmente.',
      ],
      [
        'The form to join',
        'The school head may name the suppliers of the school that are connected to the eID-Gateway, and the services that citizens reach by SPID, CIE and eIDAS.',
        'The form is filled in within SIDI, and signed digitally.',
      ],
    ),
    keywords: ['firma digitale', 'SIDI'],
  },
  {
    ...{ number: 'KB0010012', topic: 'access', category: 'general', daysAgo: 30, ...by.maria },
    texts: both(
      [
        "Indicazione età minima per l'accesso con SPID ai servizi esposti dalle istituzioni scolastiche",
        'Lo SPID può essere rilasciato dai 5 anni in poi, su richiesta di chi esercita la responsabilità genitoriale. Fino a 14 anni può essere usato solo per i servizi della scuola; dai 14 ai 18 anni il minore usa la propria identità con l’autorizzazione del genitore.',
        'Chi non ha l’età minima accede tramite un genitore.',
      ],
      [
        'The least age to sign in by SPID to the services of schools',
        'SPID is given from the age of 5, when a parent asks for it. Up to 14 years it opens the services of schools alone; from 14 to 18 a minor uses it with leave of the parent.',
        'Children who are younger sign in through a parent.',
      ],
    ),
    keywords: ['minorenni', 'minori', 'ragazzi'],
  },
  {
    ...{ number: 'KB0010003', topic: 'access', category: 'general', daysAgo: 92, ...by.maria },
    texts: both(
      [
        'Come accedere al servizio',
        'Per accedere al portale premere "Accedi" in alto a destra e scegliere SPID, CIE, CNS o eIDAS. Dopo l’autenticazione si torna alla pagina da cui si era partiti.',
        'Chi ha più profili sceglie con quale entrare, e può cambiarlo in ogni momento dal menu in alto a destra.',
      ],
      [
        'How to sign in to the service',
        'To sign in press “Accedi” at the top right and choose SPID, CIE, CNS or eIDAS. Once you are recognised you come back to the page that you left.',
        'Whoever has several profiles chooses one, and can change it at any time.',
      ],
    ),
    keywords: ['login', 'accesso al portale'],
  },
  {
    ...{ number: 'KB0010004', topic: 'access', category: 'general', daysAgo: 93, ...by.maria },
    texts: both(
      [
        'Come effettuare la registrazione',
        'Al primo accesso con la propria identità digitale si compila il modulo di benvenuto: indirizzo e-mail, telefono e consenso all’informativa sulla privacy. Non serve creare un nuovo utente.',
        'All’indirizzo indicato arriva un messaggio di conferma: la registrazione è completa quando si apre il collegamento che contiene.',
      ],
      [
        'How to register',
        'At your first sign-in with a digital identity you fill in the welcome form: mail address, telephone, and the privacy notice. No new user has to be created.',
        'A message comes to that address: you are registered once you open the link in it.',
      ],
    ),
    keywords: ['registrarsi', 'primo accesso', 'nuovo utente'],
  },
  {
    ...{ number: 'KB0010020', topic: 'access', category: 'general', daysAgo: 45, ...by.ministry },
    texts: both(
      [
        'Errori durante l’accesso con SPID: cosa fare',
        'Se l’accesso con SPID non riesce, verificare il messaggio di errore del gestore di identità. I casi più frequenti: credenziali errate, notifica dell’app non confermata in tempo, livello di sicurezza insufficiente, identità sospesa o revocata.',
        'Riprovare da una finestra di navigazione in incognito e con l’orologio del telefono regolato. Se l’errore resta, rivolgersi all’assistenza del proprio gestore.',
      ],
      [
        'Errors while signing in by SPID: what to do',
        'If you cannot sign in by SPID, read the message of your identity provider. The most frequent causes: wrong credentials, a notification that was not confirmed in time, a level of security that is too low, an identity that is suspended or revoked.',
        'Try again in a private window. If the error stays, ask the help desk of your provider.',
      ],
    ),
    keywords: ['accesso negato', 'autenticazione fallita', 'non riesco a entrare'],
  },
  {
    ...{ number: 'KB0010021', topic: 'access', category: 'general', daysAgo: 50, ...by.ministry },
    texts: both(
      [
        'Recupero di nome utente e password',
        'La password dello SPID si recupera sul sito del proprio gestore di identità, con la funzione "Password dimenticata". Il nome utente è di solito l’indirizzo e-mail dato al gestore.',
        'La password scade ogni 180 giorni: prima della scadenza il gestore avvisa con una e-mail.',
      ],
      [
        'Recovering user name and password',
        'The password of SPID is recovered at the site of your identity provider, by “Password dimenticata”. The user name is mostly the mail address that you gave.',
        'The password expires after 180 days: the provider tells you before.',
      ],
    ),
    keywords: ['credenziali', 'reimpostare', 'scadenza password', 'username'],
  },
  {
    ...{ number: 'KB0010022', topic: 'access', category: 'general', daysAgo: 38, ...by.ministry },
    texts: both(
      [
        'Il PIN della CIE non arriva: cosa fare',
        'La prima metà del PIN e del PUK è sul foglio consegnato allo sportello del Comune; la seconda metà è nella lettera che accompagna la Carta d’Identità Elettronica.',
        'Se la lettera non arriva entro sei giorni lavorativi, ci si rivolge al Comune, che può ristampare i codici.',
      ],
      [
        'The PIN of the CIE does not come: what to do',
        'The first half of PIN and PUK stands on the sheet that the comune gave you at the counter; the second half is in the letter that comes with the electronic identity card.',
        'If the letter does not come within six working days, ask the comune, which can print the codes again.',
      ],
    ),
    keywords: ['carta di identità elettronica', 'codici'],
  },
  {
    ...{ number: 'KB0010023', topic: 'access', category: 'general', daysAgo: 37, ...by.ministry },
    texts: both(
      [
        'PIN bloccato: come usare il PUK',
        'Dopo tre tentativi sbagliati il PIN della CIE si blocca. Si sblocca con il codice PUK di otto cifre, dall’app CieID o dal programma per computer.',
        'Chi ha smarrito il PUK lo recupera dall’app CieID, oppure lo chiede in qualsiasi Comune mostrando la carta.',
      ],
      [
        'PIN blocked: how to use the PUK',
        'After three wrong tries the PIN of the CIE is blocked. It is unblocked by the PUK of eight digits, in the app CieID or by the program for computers.',
        'Whoever lost the PUK gets it again in the app, or at any comune.',
      ],
    ),
    keywords: ['sblocco', 'smarrimento', 'CieID'],
  },
  {
    ...{ number: 'KB0010024', topic: 'access', category: 'general', daysAgo: 70, ...by.ministry },
    texts: both(
      [
        'Accesso con CNS o con la tessera sanitaria',
        'Chi non ha SPID né CIE può accedere con una Carta Nazionale dei Servizi, compresa la tessera sanitaria con microchip attivata allo sportello dell’azienda sanitaria. Servono un lettore di smart card e il PIN.',
      ],
      [
        'Signing in by CNS or by the health card',
        'Whoever has neither SPID nor CIE can sign in by a national services card, also the health card with a chip once it is activated at the health authority. A card reader and the PIN are needed.',
      ],
    ),
    keywords: ['TS-CNS', 'smart card', 'alternativa a SPID'],
  },
  {
    ...{ number: 'KB0010025', topic: 'access', category: 'eidas', daysAgo: 80, ...by.ministry },
    texts: both(
      [
        'Accesso con eIDAS per cittadini di altri Paesi europei',
        'I cittadini di altri Paesi dell’Unione accedono con l’identità digitale nazionale, scegliendo "Login with eIDAS" e il Paese che l’ha rilasciata. Il livello di garanzia deve essere almeno significativo.',
      ],
      [
        'Signing in by eIDAS from another European country',
        'Citizens of other countries of the Union sign in with the electronic identity of their country: choose “Login with eIDAS” and the country that issued it. Its level of assurance has to be substantial or high.',
      ],
    ),
    keywords: ['stranieri', 'identità estera', 'cittadini UE'],
  },
  {
    ...{ number: 'KB0010026', topic: 'access', category: 'general', daysAgo: 41, ...by.ministry },
    texts: both(
      [
        'Agire per conto di un’altra persona con una delega',
        'Chi non usa servizi digitali può delegare una persona di fiducia. La delega si dà dal proprio profilo, oppure allo sportello con il modulo cartaceo firmato e un documento di identità di entrambi.',
        'Tutori, curatori e amministratori di sostegno allegano il decreto del giudice.',
      ],
      [
        'Acting for somebody else by a delegation',
        'Whoever does not use digital services can delegate somebody. The delegation is given in one’s profile, or at the counter with the signed form and an identity document of both.',
      ],
    ),
    keywords: ['anziani', 'familiari', 'delegato'],
  },
  {
    ...{ number: 'KB0010031', topic: 'access', category: 'suppliers', daysAgo: 55, audience: ['school_head'], ...by.ministry },
    texts: both(
      [
        'Fornitori integrati con l’eID-Gateway: elenco e sostituzione',
        'L’elenco dei fornitori di registro elettronico e segreteria digitale integrati è nell’applicazione SIDI. Se il proprio fornitore non compare, deve chiedere l’integrazione al Ministero.',
        'Quando la scuola cambia fornitore, il DS aggiorna il riferimento nel modulo di adesione entro trenta giorni.',
      ],
      [
        'Suppliers connected to the eID-Gateway: the list, and changing one',
        'The list of suppliers of registers and of digital offices that are connected is in SIDI. A supplier that is not there has to ask the Ministry.',
        'A school that changes its supplier says so in the form to join, within thirty days.',
      ],
    ),
    keywords: ['registro elettronico', 'segreteria digitale'],
  },
  {
    ...{ number: 'KB0010032', topic: 'access', category: 'joining', daysAgo: 57, audience: ['school_head'], ...by.ministry },
    texts: italian(
      'Revoca dell’adesione come soggetto aggregato',
      'Il DS può revocare l’adesione dall’applicazione SIDI, funzione "Gestione aggregazione". Dalla data di revoca i servizi della scuola non accettano più SPID, CIE ed eIDAS tramite l’eID-Gateway.',
    ),
    keywords: ['recesso', 'disattivazione'],
  },
  {
    ...{ number: 'KB0010033', topic: 'access', category: 'suppliers', daysAgo: 58, audience: ['school_head'], ...by.ministry },
    texts: italian(
      'Certificati e metadata per i fornitori',
      'Il fornitore carica i metadata SAML del proprio service provider e il certificato di firma nell’area tecnica. I certificati scaduti vanno sostituiti prima della scadenza.',
    ),
    keywords: ['SAML', 'service provider'],
  },
  {
    ...{ number: 'KB0010027', topic: 'access', category: 'general', daysAgo: 20, ...by.ministry },
    texts: both(
      [
        'Accesso con SPID/CIE: livelli di sicurezza',
        'I servizi chiedono il livello 2: password e un codice temporaneo, o l’app. Per alcuni pagamenti e per la firma degli atti serve il livello 3, con la carta.',
      ],
      [
        'Signing in by SPID/CIE: levels of security',
        'Services ask for level 2: a password and a temporary code, or the app. Some payments and signatures ask for level 3, with the card.',
      ],
    ),
    keywords: ['livello 2', 'codice temporaneo', 'OTP'],
  },
  {
    ...{ number: 'KB0010028', topic: 'access', category: 'general', daysAgo: 15, ...by.ministry },
    texts: both(
      [
        'Cambiare indirizzo e-mail, telefono e lingua del profilo',
        'Nel profilo utente si cambiano e-mail, telefono cellulare e lingua dell’interfaccia. I dati che vengono dallo SPID o dalla CIE non si modificano qui.',
      ],
      [
        'Changing mail address, telephone and language of the profile',
        'In your profile you change mail address, mobile telephone and language. What comes from SPID or CIE is not changed here.',
      ],
    ),
    keywords: ['contatti', 'dati personali'],
  },
];
