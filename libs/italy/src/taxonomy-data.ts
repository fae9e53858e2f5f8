/** The taxonomy of the services of collection, version 47 (pagoPA): code without its prefix, first and last day in force, name. */
export const taxonomyLines = `0101100IM 1900-01-01 2080-01-01 Rendite catastali (ICI, IMU, TUC, ecc.)
0101101IM 1900-01-01 2080-01-01 ANNO IN CORSO - Tasse sui rifiuti (TARI, TIA, TARSU, TARES, ecc.)
0101102TS 1900-01-01 2080-01-01 COSAP/TOSAP
0101103IM 1900-01-01 2080-01-01 Imposta di affissione pubblicitaria ICP
0101104TS 1900-01-01 2080-01-01 Numeri civici
0101105IM 1900-01-01 2080-01-01 Imposta di soggiorno
0101106SA 1900-01-01 2080-01-01 Sanzioni amministrative
0101107TS 2021-02-15 2080-01-01 Canone Unico Patrimoniale
0101108TS 2021-04-01 2080-01-01 Canone Unico Patrimoniale - CORPORATE
0101109IM 2021-04-01 2080-01-01 ANNI PRECEDENTI - Tasse sui rifiuti (TARI, TIA, TARSU, TARES, ecc.)
0102100SA 1900-01-01 2080-01-01 Multe / Verbali di Contravvenzione
0102101SP 1900-01-01 2080-01-01 Spese custodia veicoli
0102102SP 1900-01-01 2080-01-01 Servizi verso privati
0102103AP 1900-01-01 2080-01-01 Rimborso danni automezzi P.M.
0102104SP 1900-01-01 2080-01-01 Rapporti incidenti stradali
0102105SA 1900-01-01 2080-01-01 Sanzioni diverse dal C.d.S.
0102106SA 2021-03-01 2080-01-01 Avvisi di Accertamento Violazione del Codice della Strada
0103100TS 1900-01-01 2080-01-01 Diritti di segreteria e Spese di notifica
0103101AP 1900-01-01 2080-01-01 Diritti Vari
0103102AP 2023-04-01 2080-01-01 Diritti di accesso atti ufficio tecnico
0104100TS 1900-01-01 2080-01-01 Emissione carta d'identità Elettronica
0104101TS 1900-01-01 2080-01-01 Diritto fisso Separazione/Divorzi
0104102TS 1900-01-01 2080-01-01 Servizio celebrazione matrimoni civili
0104103SP 1900-01-01 2080-01-01 Diritti di segreteria per certificati anagrafici
0104104TS 2021-04-01 2080-01-01 Costo per emissione Carta d'identità cartacea
0104105TS 2022-11-01 2080-01-01 Servizio celebrazione unioni civili
0105100SP 1900-01-01 2080-01-01 Proventi e Concessioni spazi ed aree pubbliche
0105101TS 1900-01-01 2080-01-01 Passi Carrabili
0105102TS 1900-01-01 2080-01-01 Oneri di urbanizzazione e contributo su costo di costruzione
0105103TS 1900-01-01 2080-01-01 Oneri Condono Edilizio
0105104SP 1900-01-01 2080-01-01 Concessioni demaniali
0105105AP 1900-01-01 2080-01-01 Rimborso spese di gara e di pubblicazione bandi pubblici
0105106AP 1900-01-01 2080-01-01 Rimborso danni al patrimonio Comunale
0105107TS 2021-02-15 2080-01-01 Diritti Pratiche SUAP e SUE
0105108AP 2021-04-01 2080-01-01 Deposito di garanzia provvisoria e/o definitiva per partecipazione a gare d’appalto
0105109AP 2021-12-01 2080-01-01 Certificati di destinazione urbanistica
0105110AP 2022-01-01 2080-01-01 Entrate da contratti assicurativi
0105111AP 2022-02-01 2080-01-01 Monetizzazione aree a standards
0105112SP 2022-02-01 2080-01-01 Diritti di rogito
0105113AP 2022-03-01 2080-01-01 Riscatto e/o conguaglio Aree PEEP/PIP
0105114IM 2022-07-01 2080-01-01 Usura strade
0105115AP 2023-02-01 2080-01-01 Proventi da messa a disposizione di parcheggi e ZTL
0105116IM 2023-04-01 2080-01-01 Rimborso spese
0105117AP 2023-05-04 2080-01-01 Riscatto del prezzo massimo di cessione
0105118TS 2024-01-01 2024-02-01 Diritti Pratiche SUAP
0105119TS 2024-01-01 2024-02-01 Diritti Pratiche SUE
0106100TS 1900-01-01 2080-01-01 Certificazioni e Oneri Ambientali
0106101TS 1900-01-01 2080-01-01 Sistemi evacuazione fumi
0106102SA 1900-01-01 2080-01-01 Sanzioni Ambientali
0106103TS 1900-01-01 2080-01-01 Ecocard
0106104AP 1900-01-01 2080-01-01 Rimborso per tessera ecocard
0106105SP 1900-01-01 2080-01-01 Acquisto bidoni e sacchi per la raccolta PAP
0106106TS 1900-01-01 2080-01-01 Tesserino funghi
0106107AP 2021-04-01 2080-01-01 Servizio di disinfestazione/derattizzazione
0106108AP 2021-05-03 2080-01-01 Ritiro Rifiuti ingombranti
0106109AP 2021-07-01 2080-01-01 Proventi dalla vendita dei rifiuti differenziati
0106110SP 2021-11-01 2080-01-01 Impianti Termici
0106111SP 2022-06-01 2080-01-01 Mobilità e trasporto sostenibile
0106112AP 2022-06-01 2080-01-01 Rimborsi per produzione energia rinnovabile
0107100TS 1900-01-01 2080-01-01 Rette scolastiche
0107101TS 1900-01-01 2080-01-01 Mense scolastiche
0107102SP 1900-01-01 2080-01-01 Trasporto scolastico
0107103SP 1900-01-01 2080-01-01 Prescuola
0107104SP 1900-01-01 2080-01-01 Interscuola
0107105SP 1900-01-01 2080-01-01 Doposcuola
0107106SP 2020-11-01 2080-01-01 Nido
0107107AP 2021-06-01 2080-01-01 Duplicato Tesserino di riconoscimento
0107108TS 2022-02-01 2080-01-01 Tassa concorso
0108100SP 1900-01-01 2080-01-01 Servizi bibliotecari
0108101SP 1900-01-01 2080-01-01 Biglietti (ambito cultura)
0108102TS 1900-01-01 2080-01-01 Commissioni Pubblici Spettacoli
0108103TS 1900-01-01 2080-01-01 Centri estivi e centri gioco
0108104AP 2020-11-01 2080-01-01 Impianti sportivi
0108105SP 2021-05-03 2080-01-01 Iscrizione corsi e laboratori per giovani, adulti ed anziani
0108106AP 2021-06-01 2080-01-01 Assicurazioni
0109100SP 1900-01-01 2080-01-01 Servizi alla persona e servizi sociali
0109101SP 2023-12-01 2080-01-01 Soggiorni marini per anziani
0110100TS 1900-01-01 2080-01-01 Affitti
0110101AP 2021-02-15 2080-01-01 Rimborso utenze
0111100TS 1900-01-01 2080-01-01 Aree Mercatali
0111101AP 1900-01-01 2080-01-01 Rimborso spese aree mercatali
0112100TS 1900-01-01 2080-01-01 Acquedotto
0112101AP 1900-01-01 2080-01-01 Rimborso tessere casa dell’acqua
0112102SP 2021-03-01 2080-01-01 Servizio Idrico
0112103AP 2021-12-01 2080-01-01 Diritti allaccio acque bianche
0112104TS 2022-04-01 2080-01-01 Canone reticolo idrico minore
0113100SP 1900-01-01 2080-01-01 Spese legali
0113101AP 2022-01-01 2080-01-01 Risarcimenti e indennizzi disposti da provvedimenti giudiziari
0113102AP 2022-06-01 2080-01-01 Penali contrattuali per inadempienze
0113103AP 2022-12-01 2080-01-01 Recupero crediti da procedura concorsuale
0113104AP 2023-04-01 2080-01-01 Recupero crediti per indebiti pagamenti a dipendenti o collaboratori dell'ente
0114100TS 1900-01-01 2080-01-01 Oneri cimiteriali & Lampade Votive
0114101SP 1900-01-01 2080-01-01 Vendita alloggi ERP
0114102SP 1900-01-01 2080-01-01 Affitti alloggi Popolari
0114103TS 1900-01-01 2080-01-01 Oneri Condominiali
0114104AP 2020-12-01 2080-01-01 Deposito Cauzionale
0114105AP 2020-12-01 2080-01-01 Morosità
0114106AP 2021-01-01 2080-01-01 Dividendi da società partecipate
0114107AP 2021-02-15 2080-01-01 Alienazione beni immobili
0114108SP 2021-04-01 2080-01-01 Estinsione diritto di prelazione
0114109SA 2021-04-01 2080-01-01 Indennità occupazione alloggi
0114110SP 2021-04-01 2080-01-01 Quote sindacato inquilini
0114111AP 2021-06-01 2080-01-01 Alienazione beni mobili
0115100TS 1900-01-01 2080-01-01 Gettoni Pesa
0115101TS 1900-01-01 2080-01-01 Parcheggi e ZTL
0115102AP 1900-01-01 2080-01-01 Donazioni
0115103TS 1900-01-01 2080-01-01 Altre imposte di Bollo
0115104SP 1900-01-01 2080-01-01 Pasti dipendenti comunali
0115105AP 1900-01-01 2080-01-01 Varie
0115106SP 2020-11-01 2080-01-01 Gestione anagrafe Canina
0115107AP 2021-01-01 2080-01-01 Riscossione Coattiva
0115108SP 2021-02-15 2080-01-01 Polizia mortuaria
0115109TS 2021-03-01 2080-01-01 Licenza Taxi
0115110TS 2021-03-01 2080-01-01 Trasporto Pubblico
0115111TS 2021-03-01 2080-01-01 Tassa Macellazione
0115112IM 2021-03-01 2080-01-01 Diritti sanitari su Macellazione
0115113AP 2021-03-01 2080-01-01 Spese registrazione Contratti
0115114IM 2021-04-01 2080-01-01 Sovracanoni
0115115SP 2021-04-01 2080-01-01 Discarica
0115116SP 2021-04-01 2080-01-01 Servizio Eliski
0115117AP 2021-04-01 2080-01-01 Campeggi
0115118AP 2021-04-01 2080-01-01 Proventi da sponsorizzazioni
0115119AP 2021-05-03 2021-12-01 Spese di pubblicazione bandi pubblici
0115120AP 2021-10-01 2080-01-01 Trasferimenti tra Enti Pubblici
0115121AP 2021-12-01 2080-01-01 Concessione legname a privati/aziende
0115122AP 2022-01-01 2080-01-01 Recupero contributi e finanziamenti erogati a imprese e cittadini
0115123AP 2022-04-01 2080-01-01 Diritto di accesso a strade agro-silvo-pastorali
0115124AP 2022-05-02 2080-01-01 Diritti reali di godimento
0115125TS 2022-05-02 2080-01-01 Orti sociali
0115126AP 2022-06-01 2080-01-01 Proventi in materia di attività estrattiva
0115127SP 2023-03-01 2080-01-01 Servizio canile e gattile comunale
0115128AP 2024-04-01 2080-01-01 Interessi
0115129AP 2024-04-01 2080-01-01 Contributi
0115130AP 2024-05-10 2080-01-01 Canone Ormeggi
0115131AP 2024-05-10 2080-01-01 Concessione Uso Locali Comunali
0201100TS 1900-01-01 2080-01-01 Edilizia sismica Istruttoria e rilascio Attestati
0201101SP 1900-01-01 2080-01-01 Impianti Termici
0201102IM 1900-01-01 2080-01-01 ANNO IN CORSO - TEFA (riscossa unitamente alla TARI)
0201103TS 1900-01-01 2080-01-01 Istruttoria ambiente e territorio e impiantio Termici
0201104SA 1900-01-01 2080-01-01 Sanzioni ambientali
0201105SP 1900-01-01 2080-01-01 Trasporto
0201106SP 1900-01-01 2080-01-01 Affitti
0201107SP 1900-01-01 2080-01-01 Concessioni
0201108IM 1900-01-01 2080-01-01 Imposta di pubblicità
0201109TS 1900-01-01 2080-01-01 Marca da bollo
0201110TS 1900-01-01 2080-01-01 Tesserino
0201111TS 1900-01-01 2080-01-01 Diritti di segreteria
0201112TS 1900-01-01 2080-01-01 Tassa di concorso
0201113AP 1900-01-01 2080-01-01 Attività turisitche
0201114AP 1900-01-01 2080-01-01 Urbanistica
0201115AP 1900-01-01 2080-01-01 Servizi vari
0201116SP 1900-01-01 2080-01-01 Beni culturali
0201117AP 2020-12-01 2080-01-01 Rimborsi regolazione premi assicurativi
0201118SP 2020-12-01 2080-01-01 Oneri istruttori acque
0201119SP 2020-12-01 2080-01-01 Oneri ispettivi RAEE e veicoli fuori uso
0201120SA 2020-12-01 2080-01-01 Sanzioni Caccia e Pesca
0201121SA 2020-12-01 2080-01-01 Sanzioni Codice della Strada
0201122AP 2020-12-01 2080-01-01 Cause vinte da servizio legale
0201123AP 2021-01-01 2080-01-01 Alienazione di beni mobili /Immobili
0201124AP 2021-01-01 2080-01-01 Introiti impianti fotovoltaici
0201125AP 2021-01-01 2080-01-01 Depositi cauzionali
0201126AP 2021-01-01 2080-01-01 Spese di registro
0201127AP 2021-01-01 2080-01-01 Estinzione prelazione
0201128AP 2021-01-01 2080-01-01 Oneri Condominiali
0201129SA 2021-01-01 2080-01-01 Sanzioni varie
0201130AP 2021-01-01 2080-01-01 Rimborso Patrimonio Stradale
0201131TS 2021-02-01 2080-01-01 COSAP/TOSAP
0201132AP 2021-02-01 2080-01-01 Donazioni
0201133IM 2021-01-04 2080-01-01 ANNI PRECEDENTI - TEFA (riscossa unitamente alla TARI)
0201134IM 2021-01-04 2080-01-01 Diritti iscrizione registro art. 216 Dlgs 152/2006
0201135TS 2021-01-04 2080-01-01 Oneri attività estrattiva
0201136IM 2021-05-03 2080-01-01 Imposta provinciale di trascrizione (IPT)
0201137TS 2021-05-03 2080-01-01 Canone Unico Patrimoniale
0201138TS 2021-05-03 2080-01-01 Canone Unico Patrimoniale - CORPORATE
0201139AP 2022-01-01 2080-01-01 Riscossione Coattiva
0301100TS 1900-01-01 2080-01-01 ARISGAN Rateo Mensile
0301101AP 1900-01-01 2080-01-01 ARISGAN avviso accertamento
0301102AP 1900-01-01 2080-01-01 ARISGAN Deposito Cauzionale
0301103AP 1900-01-01 2080-01-01 ARISGAN Ravvedimento Operoso
0301104TS 1900-01-01 2080-01-01 Diritti APE
0301105TS 1900-01-01 2080-01-01 Bollo auto
0301106TS 1900-01-01 2080-01-01 Caccia e Pesca
0301107TS 1900-01-01 2080-01-01 Concessioni
0301108SP 1900-01-01 2080-01-01 Oneri demaniali
0301109AP 1900-01-01 2080-01-01 Donazioni
0301110SP 1900-01-01 2080-01-01 Ispettorati di porto
0301111IM 1900-01-01 2080-01-01 Pubblicità e affissioni
0301112TS 1900-01-01 2080-01-01 Servizi cimiteriali
0301113TS 1900-01-01 2080-01-01 Cosap
0301114SA 1900-01-01 2080-01-01 Sanzioni
0301115TS 1900-01-01 2080-01-01 Diritti e rimborsi vari
0301116TS 1900-01-01 2080-01-01 Marca da bollo
0301117TS 1900-01-01 2080-01-01 Smaltimento e rifiuti
0301118SP 1900-01-01 2080-01-01 Istanze e istruttorie
0301119SP 1900-01-01 2022-01-09 Smaltimento e rifiuti
0301120AP 1900-01-01 2080-01-01 Altre Entrate Regionali
0301121TS 2021-05-03 2080-01-01 Canone Unico Patrimoniale
0301122TS 2021-05-03 2080-01-01 Canone Unico Patrimoniale - CORPORATE
0301123AP 2021-01-08 2080-01-01 Accesso agli Atti
0301124AP 2021-01-08 2080-01-01 Indennizzi superfici boscate
0301125AP 2022-05-02 2080-01-01 Locazioni beni immobili
0301126TS 2022-09-01 2080-01-01 Tassa concorsi
0301127IM 2022-09-01 2080-01-01 Tariffa fitosanitaria
0301128IM 2022-09-01 2080-01-01 Tassa di circolazione
0301129AP 2022-12-01 2080-01-01 Alienazione beni mobili/immobili
0301130TS 2022-12-01 2080-01-01 Tassa regionale per il diritto allo studio universitario
0301131AP 2022-12-01 2080-01-01 Corsi di formazione
0301132AP 2022-12-01 2080-01-01 Restituzione somme per revoche e/o rinunce di agevolazioni
0301133AP 2022-12-01 2080-01-01 Altri depositi cauzionali
0301134AP 2023-01-01 2080-01-01 Spese di lite liquidate in sentenza
0301135TS 2024-01-01 2080-01-01 Autorizzazione raccolta funghi epigei
0401100TS 1900-01-01 2080-01-01 Prima Iscrizione
0401101TS 1900-01-01 2080-01-01 Quota Trasferimento
0401102TS 1900-01-01 2080-01-01 Iscrizione albo
0401103TS 1900-01-01 2080-01-01 Iscrizione corsi
0401104TS 1900-01-01 2080-01-01 Diritti di segreteria
0401105TS 1900-01-01 2080-01-01 Utilizzo locali
0401106TS 1900-01-01 2080-01-01 Rilascio Tesserino
0401107TS 1900-01-01 2080-01-01 Quota Albo
0401108AP 1900-01-01 2080-01-01 Contributi Vari
0401109SA 2021-04-01 2080-01-01 Accertamento quota di rinnovo annuale
0401110TS 2021-08-01 2080-01-01 Bollo
0401111TS 2023-02-27 2080-01-01 Tassa concorso
0501100TS 1900-01-01 2080-01-01 Ticket Sanitario
0501101TS 1900-01-01 2080-01-01 Pagamento ALPI
0501102TS 1900-01-01 2080-01-01 Ticket Pronto Soccorso
0501103SP 1900-01-01 2080-01-01 Copia Cartella Clinica
0501104AP 1900-01-01 2080-01-01 Donazioni
0501105SP 1900-01-01 2080-01-01 Affitti e altri proventi
0501106TS 1900-01-01 2080-01-01 Mensa
0501107TS 1900-01-01 2080-01-01 Vaccinazioni non Obbligatorie
0501108SA 1900-01-01 2080-01-01 Sanzioni mancato ritiro referti
0501109TS 1900-01-01 2080-01-01 Porto d'armi / Patenti
0501110SP 1900-01-01 2080-01-01 Erogazione dispositivi Medici
0501111SP 1900-01-01 2080-01-01 Servizio Veterinario
0501112TS 1900-01-01 2080-01-01 Tassa concorso
0501113AP 1900-01-01 2080-01-01 Pagamento oneri
0501114TS 1900-01-01 2080-01-01 Iscrizione corsi
0501115SP 2020-11-01 2080-01-01 Proventi da prestazioni della medicina del lavoro
0501116SP 2020-11-01 2080-01-01 Proventi per sperimentazione farmaci, cliniche e ricerca finalizzata
0501117SP 2020-11-01 2080-01-01 Proventi per asportazione e conservazione organi e iniezioni conservative
0501118SA 2020-11-01 2080-01-01 Penali
0501119SP 2020-11-01 2080-01-01 Perizie medico legali
0501120SP 2020-11-01 2080-01-01 Degenze a pagamento
0501121SP 2020-11-01 2080-01-01 Vitto familiari di degenti
0501122AP 2020-11-01 2080-01-01 Finanziamenti per ricerca
0501123SP 2020-11-01 2080-01-01 Fatture di studi clinici
0501124IM 2020-11-01 2080-01-01 Quota attivazione studi
0501125SP 2020-11-01 2080-01-01 Consulenze sanitarie, tecniche e amministrative
0501126SP 2020-11-01 2080-01-01 Invio referti e terapie
0501127IM 2020-11-01 2080-01-01 Rimborso bollo su convenzioni/contratti
0501128SP 2020-11-01 2080-01-01 Cessione sangue
0501129AP 2020-11-01 2080-01-01 Altri proventi / Contributi Vari
0501130AP 2020-11-01 2080-01-01 Proventi da sponsorizzazioni
0501131TS 2020-11-01 2080-01-01 Diritti per valutazione comitato etico
0501132AP 2021-02-01 2080-01-01 Accesso Atti
0501133AP 2021-02-01 2080-01-01 Oneri legali per contenziosi
0501134AP 2021-02-01 2080-01-01 Rimborsi vari
0501135SP 2021-02-01 2080-01-01 Consultori
0501136AP 2021-02-01 2080-01-01 Pagamenti da dipendenti
0501137AP 2021-07-01 2080-01-01 Servizio Verifica Impiantistiche
0501138SP 2021-12-01 2080-01-01 Servizio socio assistenziale
0501139SA 2021-12-01 2080-01-01 Sanzioni amministrative e del lavoro
0501140SA 2022-06-01 2080-01-01 Recupero crediti per erronea dichiarazione di esenzione da reddito
0501141AP 2022-06-01 2080-01-01 Controlli e ammende SPRESAL
0501142SP 2022-06-01 2080-01-01 Diritti SIAN
0501143AP 2022-06-01 2080-01-01 Diritti SISP
0501144AP 2022-06-01 2080-01-01 Restituibilità area cantieri
0501145SP 2022-12-01 2080-01-01 Trasporto salme all'estero
0501146SP 2022-12-01 2080-01-01 Sosta osservazione salma obitorio
0501147SP 2022-12-01 2080-01-01 Cremazione
0501148AP 2022-12-01 2080-01-01 Richiesta copia, certificato, estratto di atti
0501149SP 2023-01-01 2080-01-01 Tariffa di cui al d.lgs. 32/2021
0501150AP 2023-02-01 2080-01-01 Pagamenti di depositi cauzionali
0501151AP 2023-02-01 2080-01-01 Sopralluogo di idoneità dell'automezzo adibito al trasporto funebre
0501152AP 2023-02-01 2080-01-01 Ricavi da prestazioni per PROGRAMMI di VALUTAZIONE ESTERNA QUALITÀ (VEQ)
0501153SP 2023-07-03 2080-01-01 incassi servizi sociali
0501154SA 2023-12-01 2080-01-01 Recupero crediti
0501155AP 2024-10-01 2080-01-01 Rilascio patente di abilitazione all'impiego di Gas Tossici
0501156AP 2024-10-01 2080-01-01 Rinnovo patente di abilitazione all'impiego di Gas Tossici
0601100TS 1900-01-01 2080-01-01 Tassa Iscrizione
0601101TS 1900-01-01 2080-01-01 Tassa di frequenza
0601102TS 1900-01-01 2080-01-01 Tassa per esami di idoneità, integrativi, di licenza, di qualifica, di maturità e di abilitazione
0601103TS 1900-01-01 2080-01-01 Tassa di rilascio diplomi
0601104TS 1900-01-01 2080-01-01 Mense scolastiche e universitarie e buoni pasto
0601105SP 1900-01-01 2080-01-01 Trasporto scolastico
0601106SP 1900-01-01 2080-01-01 Prescuola
0601107SP 1900-01-01 2080-01-01 Interscuola
0601108SP 1900-01-01 2080-01-01 Doposcuola
0601109SP 1900-01-01 2080-01-01 Affitto sale
0601110AP 1900-01-01 2080-01-01 Donazioni
0601111SP 1900-01-01 2080-01-01 Noleggio strumentazione
0601112AP 1900-01-01 2080-01-01 Contributi Vari
0601113AP 1900-01-01 2080-01-01 Altro
0601114TS 1900-01-01 2080-01-01 Rette Alloggi
0601115AP 1900-01-01 2080-01-01 Rimborsi e Restituzioni
0601116AP 1900-01-01 2080-01-01 Cauzioni
0601117SA 1900-01-01 2080-01-01 Sanzioni amministrative
0601118SP 2020-11-01 2080-01-01 Incassi da attività sanitaria
0601119TS 2020-11-01 2080-01-01 Gare Bandi Concorsi
0601120SP 2020-11-01 2080-01-01 Attività commerciale Università
0601121SP 2020-11-01 2080-01-01 Finanziamenti attività istituzionale
0601122SP 2020-11-01 2080-01-01 Finanziamenti per ricerca scientifica
0601123SP 2020-11-01 2080-01-01 Attività convegnistica delle Università
0601124SP 2020-12-01 2080-01-01 Assicurazione alunni e personale
0601125AP 2020-12-01 2080-01-01 Visite guidate e viaggi di istruzione
0601126IM 2020-12-01 2080-01-01 Bollo
0601127TS 2021-02-15 2080-01-01 Tassa Regionale diritto allo studio
0601128AP 2022-03-01 2080-01-01 Formazione personale scolastico
0601129AP 2022-03-01 2080-01-01 Borse di studio
0601130AP 2022-03-01 2080-01-01 Attività ludico-sportive
0601131AP 2022-03-01 2080-01-01 Corsi e certificazioni
0601132AP 2022-04-01 2080-01-01 Rette per iscrizioni a servizi facoltativi
0601133AP 2023-01-01 2080-01-01 Restituzione borsa di studio per perdita o mancanza dei requisiti
0601134AP 2023-12-01 2080-01-01 Contributi volontari da famiglie
0601135AP 2023-12-01 2080-01-01 Altre attività per l’ampliamento dell’offerta formativa
0601136AP 2023-12-01 2080-01-01 Contributi da imprese e da istituzioni sociali private
0601137AP 2023-12-01 2080-01-01 Rimborsi e restituzioni da famiglie
0601138AP 2023-12-01 2080-01-01 Rimborsi e restituzioni da imprese e da istituzioni sociali private
0601139AP 2023-12-01 2080-01-01 Copertura assicurativa alunni
0601140AP 2023-12-01 2080-01-01 Copertura assicurativa personale
0601141AP 2023-12-01 2080-01-01 Proventi dalla vendita di beni di consumo
0601142AP 2023-12-01 2080-01-01 Proventi dalla vendita di servizi
0601143AP 2023-12-01 2080-01-01 Alienazione beni materiali/immateriali
0601144AP 2023-12-01 2080-01-01 Sponsorizzazioni e utilizzo locali
0601145AP 2025-01-05 2080-01-01 Crowdfunding
0601146AP 2025-01-05 2080-01-01 Laboratori didattici
0601147AP 2025-01-05 2080-01-01 Materiale scolastico e gadget
0601148AP 2025-01-05 2080-01-01 Progetti in ambito Scientifico, tecnico e professionale""
0601149AP 2025-01-05 2080-01-01 Progetti in ambito Umanistico e sociale""
0601150AP 2025-01-05 2080-01-01 Uscite didattiche
0701100AP 1900-01-01 2080-01-01 INCASSI GENERALI
0702100TS 2021-02-01 2080-01-01 Contributo unificato
0702101TS 2021-02-01 2080-01-01 Diritti Cancelleria
0702102TS 2021-02-01 2080-01-01 Pubblicità Vendite Forzate
0702103TS 2021-02-01 2080-01-01 Marca da Bollo
0702104TS 2021-02-01 2080-01-01 Concessione Governativa
0702105AP 2021-02-01 2080-01-01 Pignoramento ufficiali Giudiziari
0702106AP 2021-02-01 2080-01-01 Contributo per diritti di notifica ufficiali giudiziari
0702107TS 2021-02-01 2080-01-01 Diritto di Copia
0702108TS 2021-02-01 2080-01-01 Supplemento a bolletta già emessa
0702109TS 2021-02-01 2080-01-01 Certificazione di onorari, contributi o altro
0702110SA 2021-02-01 2080-01-01 Sanzioni per inosservanza legge 307/1981 (R.G.T.)
0702111TS 2021-02-01 2080-01-01 Copia del verbale d'ispezione agli atti notarili
0702112TS 2021-02-01 2080-01-01 Concorso per nomina a notaio
0702113TS 2021-02-01 2080-01-01 Concorso per trasferimento di notai
0702114SP 2021-02-01 2080-01-01 Incameramento di quote di onorari prescritti
0702115TS 2021-02-01 2080-01-01 Tassa d'Archivio
0702116SA 2021-02-01 2080-01-01 Ammende e oblazioni da parte dei notai
0702117SA 2021-02-01 2080-01-01 Sanzioni al personale ausiliario
0702118SA 2021-02-01 2080-01-01 Sanzioni per contravvenzioni a norme contabili
0702119SA 2021-02-01 2080-01-01 Sanzioni amministrative
0702120AP 2021-02-01 2080-01-01 Spese contrattuali
0702121AP 2021-02-01 2080-01-01 Depositi cauzionali
0702122TS 2021-02-01 2080-01-01 Copia della relazione per trasferimenti notarili
0702123AP 2021-02-01 2080-01-01 Rendite per fitto di locali
0702124AP 2021-02-01 2080-01-01 Recupero di crediti per indebiti pagamenti
0702125AP 2021-02-01 2080-01-01 Proventi e recuperi vari (senza bollo quietanza)
0702126AP 2021-02-01 2080-01-01 Rendite e interessi
0702127AP 2021-02-01 2080-01-01 Vendita a privati di beni patrimoniali
0702128TS 2021-02-01 2080-01-01 Ricerca atti
0702129TS 2021-02-01 2080-01-01 Lettura di atto
0702130TS 2021-02-01 2080-01-01 Richiesta copia, certificato o estratto di atti
0702131AP 2021-02-01 2080-01-01 Vendita, a titolo di permuta, di beni patrimoniali
0702132TS 2021-02-01 2080-01-01 Pubblicazione atto u.v. revocato o senza disposizioni patrimoniali
0702133TS 2021-02-01 2080-01-01 Pubblicazione di testamento olografo fiduciario, speciale o internazionale
0702134TS 2021-02-01 2080-01-01 Passaggio agli atti tra vivi di testamento pubblico
0702135AP 2021-02-01 2080-01-01 Restituzione di atto di ultima volontà e di docoumento (depositato o consegnato)
0702136TS 2021-02-01 2080-01-01 Deposito di atto notarile rogato in paese estero
0702137TS 2021-02-01 2080-01-01 Pubblicazione di testamenti (olografo o segreto) depositati
0702138TS 2021-02-01 2080-01-01 Estratto repertoriale mensile
0702139TS 2021-02-01 2080-01-01 Richiesta di iscrizione e certificazione a R.G.T. di Stato estero
0702140SP 2021-02-01 2080-01-01 Supplementi per ispezione agli atti notarili e disamina estratti repertoriali
0702141TS 2021-02-01 2080-01-01 Concorso a posti
0702142SP 2021-02-01 2080-01-01 Contributi Maternità
0702143TS 2021-02-01 2080-01-01 Registrazione e trascrizione atti
0702144SA 2021-02-01 2080-01-01 Pagamento sanzioni disciplinari e oblazioni
0702145TS 2021-02-01 2080-01-01 Riscossioni contributi per fondo di garanzia
0702146TS 2021-02-01 2080-01-01 Articolo 101.M Diritti per depositi somme e valori
0702147SP 2021-02-01 2080-01-01 Riscossione contributi per assicurazione obbligatoria
0702148TS 2021-02-01 2080-01-01 Pagamento rate per estratti repertoriali
0702149TS 2022-02-01 2080-01-01 Certificazione casellario giudiziale
0702150IM 2022-02-01 2080-01-01 Marca da bollo digitale per offerta partecipazione vendita
0702151TS 2022-12-01 2080-01-01 Iscrizione associazioni legittimate a proporre Azioni di Classe
0702152TS 2023-02-01 2080-01-01 Iscrizione Albo Gestori Codice Crisi e Insolvenza
0702153SA 2023-02-27 2080-01-01 Entrate Derivanti Dall'applicazione Delle Disposizioni In materia di pene pecuniarie
0702154TS 2024-02-01 2080-01-01 VERSAMENTI RELATIVI AL CONTRIBUTO DEI REVISORI DEI CONTI DI CUI ALLA L. N. 132 DEL 13.5.1997 E N. 99 DEL 6.3.1998
0702155TS 2024-02-01 2080-01-01 CONTRIBUTO DI SEGRETERIA TENUTA ALBO DEGLI AMMINISTRATORI GIUDIZIARI
0702156SP 2024-07-01 2080-01-01 servizio annuale editori banca dati merito
0703100TS 2020-11-01 2080-01-01 Tasse concorsi
0703101TS 2020-11-01 2080-01-01 Bollo
0704100TS 2021-02-01 2080-01-01 Esonero 60 per mille
0704101TS 2021-02-01 2080-01-01 Riconoscimento titoli esteri
0704102AP 2021-02-01 2080-01-01 Sgravio contributivo contratti di solidarietà
0704103TS 2021-02-01 2080-01-01 Abilitazione consulenti del Lavoro
0704104AP 2021-02-01 2080-01-01 CIGS
0704105SA 2024-06-03 2080-01-01 Servizi legati alla gestione del patrimonio - Ministero del Lavoro
0705100TS 2021-02-01 2080-01-01 Dichiarazione di valore
0705101TS 2021-02-01 2080-01-01 Legalizzazioni
0705102TS 2021-02-01 2080-01-01 Documento di viaggio provvisorio
0705103TS 2021-02-01 2080-01-01 Carta di Identità Elettronica
0705104TS 2021-02-01 2080-01-01 Passaporto
0706100TS 2021-02-01 2022-01-04 Introiti biglietti di Musei Monumenti e Aree Archeologiche
0706101TS 2021-02-01 2022-01-04 Servizi Aggiuntivi dei Musei, Monumenti e Aree Archeologiche
0707100TS 2021-02-01 2080-01-01 Diritti di Segreteria
0707101TS 2021-02-01 2080-01-01 Bollo
0708100AP 2021-04-01 2080-01-01 Controllo e vigilanza (dipartimento Vigili del Fuoco)
0708101AP 2021-04-01 2080-01-01 Formazione e Prevenzione (dipartimento Vigili del Fuoco)
0708102AP 2021-04-01 2080-01-01 Autorizzazione e Certificazione (dipartimento Vigili del Fuoco)
0708103AP 2021-04-01 2080-01-01 Soccorso tecnico non urgente (dipartimento Vigili del Fuoco)
0708104TS 2022-02-01 2080-01-01 Contributo richiesta cittadinanza (dipartimento Libertà civili ed immigrazione)
0708105SP 2022-03-01 2080-01-01 Sportello Unico Immigrazione S.U.I. (dipartimento Libertà civili ed immigrazione)
0708106AP 2022-04-01 2080-01-01 Introiti revisore dei conti (dipartimento Affari Territoriali)
0708107AP 2022-05-01 2080-01-01 Servizi demografici CIE (dipartimento Affari Territoriali)
0708108SA 2022-06-01 2080-01-01 Sanzioni depenalizzate (dipartimento Politiche del personale e finanziarie)
0708109AP 2022-07-01 2080-01-01 Procedure concorsuali (dipartimento Politiche del personale e finanziarie)
0708110SA 2022-08-01 2080-01-01 Sanzioni codice della strada (dipartimento di Pubblica Sicurezza)
0708111TS 2022-09-01 2080-01-01 Passaporti (dipartimento di Pubblica Sicurezza)
0708112TS 2022-10-01 2080-01-01 Porto d'armi (dipartimento di Pubblica Sicurezza)
0709100IM 2021-05-03 2080-01-01 Marca da bollo
0709101TS 2021-05-03 2080-01-01 Contributo concorso pubblico
0709102IM 2021-05-03 2080-01-01 Contributo aziende farmaceutiche
0709103AP 2021-05-03 2080-01-01 varie
0709104AP 2022-11-01 2080-01-01 Acqua potabile e acqua minerale
0709105AP 2022-11-01 2080-01-01 Alimenti particolari integratori e novel food
0709106AP 2022-11-01 2080-01-01 Biocidi e presidi medico-chirurgici
0709107AP 2022-11-01 2080-01-01 BioTecnologie
0709108AP 2022-11-01 2080-01-01 Buona pratica di laboratorio
0709109AP 2022-11-01 2080-01-01 Cosmetici
0709110AP 2022-11-01 2080-01-01 Dispositivi Medici
0709111AP 2022-11-01 2080-01-01 Fitosanitari
0709112AP 2022-11-01 2080-01-01 Medicinali e altri prodotti
0709113AP 2022-11-01 2080-01-01 Medicinali Veterinari
0709114AP 2022-11-01 2080-01-01 Sanità animale
0709115AP 2022-11-01 2080-01-01 Sanità marittima aerea e di frontiera - USMAF
0709116AP 2022-11-01 2080-01-01 Servizio Assistenza Sanitaria Naviganti - SASN
0709117AP 2022-11-01 2080-01-01 Sicurezza Alimenti
0710100IM 2021-05-03 2080-01-01 Autorizzazione integrata ambientale
0710101AP 2021-05-03 2080-01-01 Pagamento notifiche seveso
0710102IM 2021-05-03 2080-01-01 Rilascio licenze giardini zoologici
0710103IM 2021-05-03 2080-01-01 Pagamento servizi Cites
0711100TS 2021-05-03 2080-01-01 servizio mense
0711101AP 2021-05-03 2080-01-01 vendita capi di vestiario ed equipaggiamento
0711102IM 2021-05-03 2080-01-01 corrispettivo per fruizione di alloggi
0711103AP 2021-05-03 2080-01-01 accesso agli atti
0711104AP 2021-05-03 2080-01-01 stati di addebito
0711105IM 2021-05-03 2080-01-01 valori bollati
0711106SP 2021-05-03 2080-01-01 vendita di servizi/prodotti forniti a titolo oneroso
0711107IM 2024-07-01 2080-01-01 Imposta sul reddito delle persone fisiche relativa ai redditi da lavoro dipendente e assimilati
0711108AP 2024-07-01 2080-01-01 Attività divulgativa e vendita di prodotti gestiti dall’Ufficio Biodiversità (Arma dei Carabinieri)
0711109AP 2024-07-01 2080-01-01 Cessione di materiale a favore di soggetti terzi in virtù di accordi o convenzioni, per il quale occorre procedere al ripristino delle dotazioni dell'Amministrazione Difesa
0711110AP 2024-07-01 2080-01-01 Concessione degli alloggi ASIR, ASI, AST
0711111AP 2024-07-01 2080-01-01 Diritti di cancelleria
0711112AP 2024-07-01 2080-01-01 Contributo annuo dovuto per l’iscrizione nel registro delle imprese e consorzi di imprese di cui all’art. 3, co.1, della L. 9 luglio 1990, n. 185, così come sostituito dall'articolo 44, del Decreto Legislativo 15 marzo 2010, n. 66
0711113AP 2024-07-01 2080-01-01 Amministrazione del patrimonio silvo-pastorale di comuni ed altri enti
0711114AP 2024-07-01 2080-01-01 Ammissione alla fruizione di strutture ricettive, circoli, convitti, stabilimenti termali, organismi di protezione sociale
0711115AP 2024-07-01 2080-01-01 Contributo alle spese di gestione degli asili nido istituiti presso l'Amministrazione Difesa
0711116AP 2024-07-01 2080-01-01 Erogazione di servizi a soggetti privati
0711117AP 2024-07-01 2080-01-01 Concorsi resi a favore di soggetti privati, in forza di specifici accordi o convenzioni
0711118AP 2024-07-01 2080-01-01 Rimborso da soggetti privati degli oneri anticipati dall'Amministrazione Difesa per tasse e utenze, in forza di specifici accordi o convenzioni
0711119AP 2024-07-01 2080-01-01 Quota ricognitoria a carico della Ditta aggiudicataria del servizio di ristorazione presso gli apprestamenti dell'Amministrazione Difesa
0711120AP 2024-07-01 2080-01-01 Ammissione e Partecipazione ai corsi di formazione e ammissione alle attività addestrative svolte dall'Amministrazione Difesa, in forza di specifici accordi o convenzioni
0711121AP 2024-07-01 2080-01-01 Applicazione delle disposizioni in materia di pene pecuniarie ai sensi dell'art. 38, comma 2 del decreto legislativo 10 ottobre 2022. n. 150
0711122AP 2024-07-01 2080-01-01 Ammende e sanzioni derivanti dall'attività di vigilanza infortunistica
0711123AP 2024-07-01 2080-01-01 Recupero dei crediti e di ogni altra somma liquidata dalla Corte dei Conti con sentenza o ordinanza esecutiva
0711124AP 2024-07-01 2080-01-01 Revoca di anticipazioni del prezzo contrattuale
0711125AP 2024-07-01 2080-01-01 Recupero dei compensi percepiti dal personale militare nello svolgimento di attività private incompatibili con le funzioni istituzionali o non autorizzate
0711126AP 2024-07-01 2080-01-01 Risarcimenti danni, recuperi di somme, ripetizioni di indebito, ristori e rimborsi vari
0711127AP 2024-07-01 2080-01-01 Versamento di somme da destinare a vario titolo a favore del bilancio dello Stato
0711128AP 2024-07-01 2080-01-01 Alienazione di beni patrimoniali - Beni mobili a fecondità pluriennale o ripetuta dell'Amministrazione della Difesa e Sistemi d'arma e mezzi ad uso militare
0711129AP 2024-07-01 2080-01-01 Vendita beni di consumo e di materiale dichiarato fuori uso, diverso dai mezzi militari, armi e sistemi d'arma
0711130AP 2024-07-01 2080-01-01 Vendita di beni di consumo (materiale non rientrante tra i beni a fecondità pluriennale o ripetuta)
0711131AP 2024-07-01 2080-01-01 Fruizione degli alloggi APP, SLI, ASC
0711132AP 2024-07-01 2080-01-01 Diritti di cancelleria per il rilascio di copie e stampe relative ai contratti stipulati dalle Amministrazioni della Difesa
0711133AP 2024-07-01 2080-01-01 Ammissione alla fruizione dei servizi di mensa erogati dall'Amministrazione Difesa a mezzo di gestione diretta
0711134AP 2024-07-01 2080-01-01 Ammissione alla fruizione dei servizi di mensa erogati dall'Amministrazione Difesa a mezzo di gestione indiretta (catering completo, misto e veicolato)
0711135AP 2024-07-01 2080-01-01 Ammissione alle frequenza di corsi di formazione ed allo svolgimento di attività addestrative poste in essere dall'Amministrazione della Difesa
0711136AP 2024-07-01 2080-01-01 Risarcimento danni per il rispristino in efficienza dei mezzi e delle infrastrutture dell'Amministrazione della Difesa, a seguito di sinistri
0711137AP 2024-07-01 2080-01-01 Alienazione di beni patrimoniali - Sistemi d'arma e mezzi ad uso militare
0711138AP 2024-10-01 2080-01-01 Rimborsi versati dagli Stati e dalle Organizzazioni internazionali per i servizi resi dalla Difesa nel quadro delle missioni internazionali
0711139AP 2024-10-01 2080-01-01 Rimborsi corrisposti dall'ONU per i servizi resi dalle FF.AA. italiane nel quadro delle operazioni internazionali di pace
0711140AP 2024-10-01 2080-01-01 Versamenti da Società ferroviarie per i servizi resi dal personale della Difesa.
0711141AP 2024-10-01 2080-01-01 Versamenti derivanti dalla concessione dei beni del demanio militare costituito con fondi del Ministero della Difesa
0711142AP 2024-10-01 2080-01-01 Interessi (legali e di mora) sui crediti vantati dall'Amministrazione della Difesa
0711143AP 2024-10-01 2080-01-01 Interessi maturati sulle giacenze dei conti correnti (postali e bancari) intestati ad Enti, Reparti e Unità del Ministero della Difesa
0711144AP 2024-10-01 2080-01-01 Somme versate dalle Amministrazioni e dai privati a favore del Segretariato Generale della Difesa per scopi o attività determinate
0711145AP 2024-10-01 2080-01-01 Somme versate dalle Amministrazioni e dai privati a favore dell'Esercito per scopi o attività determinate
0711146AP 2024-10-01 2080-01-01 Somme versate dalle Amministrazioni e dai privati a favore della Marina Militare per scopi o attività determinate
0711147AP 2024-10-01 2080-01-01 Somme versate dalle Amministrazioni e dai privati a favore dell'Aeronautica Militare per scopi o attività determinate
0711148AP 2024-10-01 2080-01-01 Somme versate dalle Amministrazioni e dai privati a favore dell'Arma dei Carabinieri per scopi o attività determinate
0711149AP 2024-10-01 2080-01-01 Spese poste a carico della controparte nei giudizi sostenuti dall'Avvocatura dello Stato
0711150AP 2024-02-12 2080-01-01 Diritti di cancelleria e di segreteria giudiziaria
0711151AP 2024-02-12 2080-01-01 Spese processuali collegate all'attività giurisdizionale degli organi della giustizia militare
0712100TS 2021-06-01 2080-01-01 Contributo utilizzo collegamento radioelettrico
0712101AP 2021-06-01 2080-01-01 Autorizzazioni ad uso privato
0712102AP 2021-06-01 2080-01-01 Autorizzazioni collegamento radioelettrico
0712103SP 2021-06-01 2080-01-01 Autorizzazioni satellitari
0712104SP 2021-06-01 2080-01-01 Autorizzazioni servizi di comunicazione pubblici
0712105AP 2021-06-01 2080-01-01 Autorizzazioni fonitori audiovisivi
0712106TS 2021-06-01 2080-01-01 Autorizzazioni operatori di Rete
0712107AP 2021-06-01 2080-01-01 Autorizzazioni per attività postali
0712108TS 2021-06-01 2080-01-01 Licenze
0712109SA 2021-06-01 2080-01-01 Sanzioni
0712110AP 2021-06-01 2080-01-01 Altro
0713100TS 2021-06-01 2080-01-01 Tasse di deposito
0713101TS 2021-06-01 2080-01-01 Tasse convalida
0713102TS 2021-06-01 2080-01-01 Tasse di concessione
0713103IM 2021-06-01 2080-01-01 Bollo
0713104TS 2021-06-01 2080-01-01 Diritti di segreteria
0714100TS 2021-07-01 2080-01-01 Contributo unificato
0714101TS 2021-07-01 2080-01-01 Diritti Cancelleria
0714102TS 2021-07-01 2080-01-01 Tasse concorsi
0714103TS 2021-07-01 2080-01-01 Marca da Bollo
0714104TS 2021-07-01 2080-01-01 Concessione Governativa
0714105AP 2021-07-01 2080-01-01 Iscrizione ai Libri Genealogici dei puledri trottatori, purosangue inglese, Sella italiano, Anglo arabo e orientale
0714106AP 2021-07-01 2080-01-01 Gestione eventi successivi all'iscrizione ai Libri genealogici
0714107AP 2021-07-01 2080-01-01 Anagrafe equina - Altri importi
0714108AP 2021-07-01 2080-01-01 Rinnovi e concessioni colori e licenze
0714109SA 2021-07-01 2080-01-01 Multe e iscrizioni lista dei pagamenti insoddisfatti
0714110AP 2021-07-01 2080-01-01 Depositi cauzionali Organi di giustizia sportiva
0714111AP 2021-07-01 2080-01-01 Prove e analisi sui prodotti fitosanitari
0714112AP 2021-07-01 2080-01-01 Compensi costitutori di varietà vegetali
0714113AP 2021-07-01 2080-01-01 Tariffe - Spese per lo svolgimento delle attività ex art. 10 DEL DL 29 APRILE 2010, N. 75
0714114SA 2021-07-01 2080-01-01 Sanzioni
0714115TS 2021-07-01 2080-01-01 Tassa
0714116TS 2021-07-01 2080-01-01 Tassa extratributaria
0714117AP 2021-07-01 2080-01-01 Corrispettivo annuale per l'iscrizione al Registro operatori EUTR
0714118TS 2021-02-01 2080-01-01 Diritti di Segreteria - MASAF
0714119SA 2024-01-10 2080-01-01 Sanzione amministrativa pecuniaria per il mancato o tardivo versamento del contributo per la sicurezza alimentare (ecotassa)
0714119TS 2021-02-01 2080-01-01 Bollo - MASAF
0714120AP 2024-01-10 2080-01-01 Versamento da parte dei titolari delle autorizzazioni all'immissione in commercio e degli esercizi di vendita di prodotti fitosanitari di un contributo per la sicurezza alimentare (ecotassa)
0714122AP 2024-01-10 2080-01-01 Multe, ammende e sanzioni amministrative
0714123AP 2024-01-10 2080-01-01 Sanzioni di cui comma 6, dell'articolo 3, del decreto legge n.51 del 2015
0714124AP 2024-01-10 2080-01-01 Sanzioni amministrative pecuniarie relative alle violazioni di commercializzazione dell'olio d'oliva
0714125AP 2024-01-10 2080-01-01 Sanzioni amministrative pecuniarie per la violazione dell disposizioni del regolamento (ue) n. 1169/2011
0714126AP 2024-01-10 2080-01-01 Sanzioni amministrative pecuniarie per la violazione della normativa in materia di produzione agricola ed agroalimentare biologica
0714127AP 2024-01-10 2080-01-01 Sanzioni amministrative pecuniarie per la violazione della normativa in materia di produzione e commercializzazione del riso
0714128AP 2024-01-10 2080-01-01 Sanzioni amministrative pecuniarie per la violazione della normativa di cui al regolamento (ce) n.767/2009
0714129AP 2024-01-10 2080-01-01 Sanzioni amministrative pecuniarie per la violazione della normativa ai sensi dell'articolo 35 bis del decreto legislativo 8 luglio 2003, n. 224
0714130AP 2024-01-10 2080-01-01 Sanzioni amministrative pecuniarie in materia di commercio sleale
0714131AP 2024-01-10 2080-01-01 Sanzioni a carico dei soggetti non ottemperanti agli obblighi di indicazione nell'etichetta della sede e dell'indirizzo dello stabilimento di produzione
0714132AP 2024-01-10 2080-01-01 Sanzioni amministrative pecuniarie di cui all'articolo 10, comma 13, del decreto legislativo 8 novembre 2021, n. 198
0714133AP 2024-01-10 2080-01-01 Sanzioni amministrative pecuniarie per la violazione delle disposizioni da parte delle organizzazioni interprofessionali nell'ambito della filiera biologica
0714134AP 2024-01-10 2080-01-01 Sanzioni per infrazioni alla disciplina per la lavorazione e commercio dei cereali, degli sfarinati, del pane e delle paste alimentari
0714135AP 2024-01-10 2080-01-01 Sanzioni amministrative pecuniarie relative alla protezione delle indicazioni geografiche e delle denominazioni di origine dei prodotti agricoli e alimentari
0714137AP 2024-01-10 2080-01-01 Somme relative a servizi resi dall'Amministrazione
0714138AP 2024-01-10 2080-01-01 Recuperi, restituzioni e rimborsi vari
0714139AP 2024-01-10 2080-01-01 Recuperi, restituzioni e rimborsi vari - MASAF
0714140IM 2024-01-10 2080-01-01 Tariffa annuale per le aziende iscritte al RUOP
0714141IM 2024-01-10 2080-01-01 Tariffa annuale per le aziende iscritte al RUOP che emettono il passaporto delle piante
0714142TS 2024-01-10 2080-01-01 Marca da Bollo in ambito fitosanitario - MASAF
0714146AP 2024-01-10 2080-01-01 Recuperi per infrazioni alla normativa comunitaria
0715100SP 2022-02-01 2080-01-01 Operazioni relative ai Veicoli con Documento Unico di circolazione
0715101SP 2022-02-01 2080-01-01 Operazioni relative ai Veicoli con Carta di Circolazione
0715102SP 2022-02-01 2080-01-01 Collaudi e Revisioni Veicoli
0715103SP 2022-02-01 2080-01-01 Operazioni relative alle Patenti di guida
0715104SP 2022-02-01 2080-01-01 Operazioni relative all'Autotrasporto
0715105SP 2022-02-01 2080-01-01 Operazioni relative alla Nautica da Diporto
0715106SP 2022-02-01 2080-01-01 Pratiche generiche del Dipartimento della mobilità sostenibile
0716100IM 2022-02-01 2080-01-01 Accesso agli atti
0716101AP 2022-02-01 2080-01-01 Spese di giustizia
0716102TS 2022-02-01 2080-01-01 Concorsi per reclutamento personale
0716103AP 2022-02-01 2080-01-01 Contratti attivi
0716104TS 2022-02-01 2080-01-01 Contribuzione unica
0716105AP 2022-04-01 2080-01-01 Rimborso competenze da altri enti e istituzioni
0716106AP 2022-04-01 2080-01-01 Rimborso competenze fondo perequativo da altri enti e PA
0716107AP 2022-04-01 2080-01-01 Versamento note di credito da aziende
0716108AP 2022-04-01 2080-01-01 Riscossione ruoli post riforma
0716109AP 2022-04-01 2080-01-01 Riversamenti dei cassieri della GA
0716110AP 2022-04-01 2080-01-01 Risarcimento danni
0716111AP 2022-04-01 2080-01-01 Rimborso tirocinio EX ART.73 L 2013
0716112AP 2022-04-01 2080-01-01 Pagamento oneri comuni e condominiali
0716113AP 2022-04-01 2080-01-01 Rimborso spese legali innanzi CTP e CTR
0716114AP 2022-04-01 2080-01-01 Rimborso da dipendenti per competenze pagate in eccedenza
0716115AP 2022-04-01 2080-01-01 Incassi vari
0716116TS 2022-06-01 2080-01-01 Diritti di segreteria concorsi pubblici
0716117AP 2022-06-01 2080-01-01 Recupero spese legali e onorari di causa
0717100TS 2024-05-10 2080-01-01 Tassa Concorso MEF
0717101TS 2024-05-10 2080-01-01 Contributo Unificato Tributario
0718100AP 2024-01-17 2080-01-01 Riscossioni piattaforma incassi di Poste Italiane
0801100AP 1900-01-01 2080-01-01 INCASSI GENERALI
0802100AP 2021-03-01 2080-01-01 Contributi lavoratori domestici
0802101AP 2021-03-01 2080-01-01 Contributi riscatti, ricongiunzioni e rendite
0802102AP 2021-03-01 2080-01-01 Contributi versamenti volontari
0802103AP 2021-03-01 2080-01-01 Contributi clero
0802104AP 2021-03-01 2080-01-01 Mutui dipendenti pubblici
0802105AP 2021-03-01 2080-01-01 Indebiti da prestazioni
0802106AP 2021-03-01 2080-01-01 Prestazioni occasionali
0802107AP 2021-03-01 2080-01-01 Libretto famiglia
0802108AP 2022-01-01 2080-01-01 Locazione Immobili Canone e Indennità
0802109AP 2022-01-01 2080-01-01 Indebiti datori di lavoro
0802110AP 2022-01-01 2080-01-01 Prestiti Gestione dipendenti pubblici
0803100AP 2021-07-01 2080-01-01 Servizi legati all'assicurazione infortuni
0803101AP 2021-07-01 2080-01-01 Servizi legati alla gestione del patrimonio immobiliare
0803102AP 2021-07-01 2080-01-01 Servizi ai dipendenti/ex dipendenti
0803103AP 2021-07-01 2080-01-01 Servizi della Ricerca- Verifica di integrità tramite emissioni acustiche
0803104AP 2021-07-01 2080-01-01 Servizi della Ricerca- Verifiche periodiche attrezzature e impianti
0804100SP 2021-10-01 2080-01-01 Servizi di trasporto in ambulanza
0804101AP 2021-10-01 2080-01-01 Donazioni
0804102AP 2021-10-01 2080-01-01 Quote associative
0804103AP 2021-10-01 2080-01-01 Corsi di formazione
0804104AP 2021-10-01 2080-01-01 Concorsi
0804105AP 2021-10-01 2080-01-01 Rimborsi vari
0805100AP 2022-01-01 2080-01-01 Proventi dalla vendita di produzione lorda vendibile
0805101AP 2022-01-01 2080-01-01 Vendita beni patrimoniali
0805102AP 2022-01-01 2080-01-01 Rateizzazioni per beni patrimoniali
0805103AP 2022-01-01 2080-01-01 Concessioni (stagionali, occupazione temporanea, amministrative)
0805104AP 2022-01-01 2080-01-01 Indennità
0805105SP 2022-01-01 2080-01-01 Servizi di analisi e diagnostica
0805106AP 2022-01-01 2080-01-01 Rimborsi oneri e sanzioni
0805107AP 2022-01-01 2080-01-01 Prove sperimentali
0805108SP 2022-01-01 2080-01-01 Assistenza tecnica
0805109SP 2022-01-01 2080-01-01 Iscrizione corsi
0805110AP 2022-01-01 2080-01-01 Canoni affitti
0805111AP 2022-01-01 2080-01-01 Rilascio documentazione e accesso agli atti
0805112AP 2022-01-01 2080-01-01 Spese legali per contenziosi
0805113AP 2022-12-01 2080-01-01 Recupero somme indebitamente pagate
0805114AP 2024-06-03 2080-01-01 utilizzo foresteria (agenzia regionale)
0805115TS 2024-06-03 2080-01-01 tassa concorso (agenzia regionale)
0806100TS 2024-02-01 2080-01-01 Tassa concorsuale
0807100SA 2024-05-10 2080-01-01 Sanzioni da violazioni amministrative
0807101SA 2024-05-10 2080-01-01 Sanzioni da illeciti penali
0807102SA 2024-05-10 2080-01-01 Incasso di somme aggiuntive
0807103AP 2024-05-10 2080-01-01 Spese accessorie
0807104SA 2024-05-10 2080-01-01 Incasso sanzioni
0808100AP 2024-07-01 2080-01-01 Servizi di Affiliazione e tesseramento
0809100SA 2024-09-24 2080-01-01 Rate in scadenza
0809101SA 2024-09-24 2080-01-01 Restituzioni
0810100AP 2024-01-15 2080-01-01 Incasso fatture
0810101AP 2024-01-15 2080-01-01 Incasso pagamenti spontanei
0811100IM 2024-01-23 2080-01-01 Imposta di Bollo 2.0
0901100AP 1900-01-01 2080-01-01 Varie
0901101SP 2021-04-01 2080-01-01 Tariffe di Vettoriamento
0901102IM 2021-04-01 2080-01-01 OTA - Organismo Tecnicamente accreditante
0901103AP 2021-07-01 2080-01-01 Utenze Irrigue
0901104AP 2022-05-02 2080-01-01 Rimborsi e restituzioni
0901105AP 2024-04-01 2080-01-01 Quota di accesso annuale per rilascio del permesso venatorio a favore del cacciatore residente
0901106AP 2024-04-01 2080-01-01 Quota di accesso per rilascio dei permessi venatori temporanei a favore del cacciatore non residente in Basilicata (pagamento spontaneo)
0901107AP 2024-04-01 2080-01-01 Versamento Quota di partecipazione all'attività di Caccia Selezione/Controllo da parte dei Selecontrollori residenti in Basilicata
0902100SP 2020-11-01 2080-01-01 Servizi verso privati
0902101TS 2020-11-01 2080-01-01 Affitti
0902102AP 2020-11-01 2080-01-01 Altre Entrate Regionali
0902103SP 2020-11-01 2080-01-01 Rimborso spese di gara
0902104TS 2020-11-01 2080-01-01 Certificazioni e Oneri Ambientali
0902105TS 2020-11-01 2080-01-01 Tassa concorso
0902106SA 2020-11-01 2080-01-01 Sanzioni Ambientali
0902107SA 2020-11-01 2080-01-01 Sanzioni amministrative
0902108TS 2020-11-01 2080-01-01 Diritti di segreteria e Spese di notifica
0902109TS 2020-11-01 2080-01-01 Spese legali
0902110SP 2020-11-01 2080-01-01 Servizi verso Pubbliche Amministrazioni
0902111SP 2021-02-01 2080-01-01 Tributi Consortili
0903100SP 2020-11-01 2080-01-01 Concessione Fida Pascolo
0903101SP 2020-11-01 2080-01-01 Concessione Terreni
0903102SP 2020-11-01 2080-01-01 Concessione fabbricati
0903103TS 2020-11-01 2080-01-01 Fitti e canoni
0903104SP 2020-11-01 2080-01-01 Autorizzazione raccolta Funghi
0903105SP 2020-11-01 2080-01-01 Utilizzo Foresteria
0903106TS 2020-11-01 2080-01-01 Oneri Istruttori
0903107TS 2020-11-01 2080-01-01 Tassa Concorsi
0903108SA 2020-11-01 2080-01-01 Sanzioni amministrative
0903109SP 2021-04-01 2080-01-01 Rilascio autorizzazioni attività consentite
0903110SP 2021-04-01 2080-01-01 Cessione materiale divulgativo
0903111IM 2021-04-01 2080-01-01 Registrazione atti e contratti
0904100SP 2021-02-01 2080-01-01 canoni per concessioni
0904101SP 2021-02-01 2080-01-01 concessioni per derivazioni di acque
0904102SP 2021-02-01 2080-01-01 licenze e autorizzazioni di pesca
0904103SP 2021-02-01 2080-01-01 recupero e immissione di pesce vivo
0904104SA 2021-02-01 2080-01-01 sanzioni amministrative in materia di pesca
0904105TS 2021-04-01 2080-01-01 Quote sociali
0904106TS 2021-04-01 2080-01-01 Riversamenti concessionari permessi
0904107TS 2021-04-01 2080-01-01 Proventi oneri art 3bis Lr 34-1976
0904108TS 2021-04-01 2080-01-01 Contributi asportazione art 13 Lr 5-2008
0904109TS 2021-04-01 2080-01-01 Contributi attività istituzionale
0904110TS 2021-04-01 2080-01-01 Proventi contributi ittiogenici
0904111AP 2022-04-01 2080-01-01 Rimborsi e restituzioni
0905100AP 2021-03-01 2080-01-01 Riscossione Tributi
0905101AP 2021-03-01 2080-01-01 Incassi Generali
0906100SP 2021-05-03 2080-01-01 Richiesta visura PRA
0906101IM 2021-05-03 2080-01-01 Richiesta di iscrizione formalità PRA
0906102SP 2021-05-03 2080-01-01 Richiesta certificazioni PRA
0906103SP 2021-05-03 2080-01-01 Richiesta fornitura dati PRA
0907100AP 2021-06-01 2080-01-01 Canoni Irrigui
0907101AP 2021-06-01 2080-01-01 Concessioni Forestali
0908100TS 2021-08-01 2080-01-01 Rilascio attestati volo VDS
0908101TS 2021-08-01 2080-01-01 Rinnovo attestati volo VDS
0908102TS 2021-08-01 2080-01-01 Immatricolazioni apparecchi VDS
0908103TS 2021-08-01 2080-01-01 Passaggi di Proprietà apparecchi VDS
0909100AP 2021-09-01 2080-01-01 Assicurazioni/Rimborsi Assicurativi
0909101AP 2021-09-01 2080-01-01 Canoni di locazione
0909102AP 2021-09-01 2080-01-01 Cause legali
0909103AP 2021-09-01 2080-01-01 Dati Traffico
0909104AP 2021-09-01 2080-01-01 Depositi Cauzionali
0909105AP 2021-09-01 2080-01-01 Dismissione beni
0909106AP 2021-09-01 2080-01-01 Integrazione canone annuo e canone annuo
0909107AP 2021-09-01 2080-01-01 Istruttoria e Sopralluogo
0909108AP 2021-09-01 2080-01-01 Licenze e Concessioni
0909109AP 2021-09-01 2080-01-01 Multe
0909110AP 2021-09-01 2080-01-01 Penali Attive
0909111AP 2021-09-01 2080-01-01 Prove di laboratorio (Cesano)
0909112AP 2021-09-01 2080-01-01 Pubblicità
0909113AP 2021-09-01 2080-01-01 Rimborso oneri Gara
0909114AP 2021-09-01 2080-01-01 Royalties Concessioni
0909115AP 2021-09-01 2080-01-01 Trasporti Eccezionali
0909116AP 2021-09-01 2080-01-01 convenzioni con Ministero*
0909117AP 2021-09-01 2080-01-01 convenzioni con Enti locali*
0909118AP 2021-09-01 2080-01-01 PDR - Accordi Stragiudiziali**
0909119AP 2021-09-01 2080-01-01 Incameramento da causa giudiziale
0910100AP 2021-09-01 2080-01-01 Incassi Generali
0911100AP 2021-11-01 2080-01-01 Autorizzazione ex art. 16 L. 84/94
0911101AP 2021-11-01 2080-01-01 Autorizzazione ex art. 68 cod. nav.
0911102AP 2021-11-01 2080-01-01 Canoni di concessione demaniale
0911103AP 2021-11-01 2080-01-01 Depositi cauzionali
0911104AP 2021-11-01 2080-01-01 Rimborsi spese amministrative
0912100SP 2022-04-01 2080-01-01 Utenze luce e/o gas
0912101AP 2022-11-01 2080-01-01 Vendita prodotti fisici e servizi
1001100TS 2021-03-01 2080-01-01 Contribuzione gara OE
1001101AP 2021-03-01 2080-01-01 Varie
1001102TS 2023-02-27 2080-01-01 Tassa concorso
1001103TS 2024-01-01 2080-01-01 Contribuzione gara SA
1001104TS 2024-01-01 2080-01-01 Contribuzione SOA
1002100TS 2021-03-01 2080-01-01 Entrate contributive
1002101IM 2021-03-01 2080-01-01 Entrate giudiziarie
1002102AP 2021-03-01 2080-01-01 Entrate connesse all'Arbitro per le Controversie Finanziarie
1002103AP 2021-03-01 2080-01-01 Altre entrate
1002104TS 2023-02-27 2080-01-01 Tassa concorso
1003100TS 2024-04-01 2080-01-01 Tassa concorso COVIP
1004100TS 2024-08-01 2080-01-01 tassa concorso
1101100AP 2021-05-03 2080-01-01 Quote Associative
1102100AP 2021-09-01 2080-01-01 sanzioni
1102101AP 2021-09-01 2080-01-01 contributi volontari
1102102AP 2021-09-01 2080-01-01 contributi obbligatori
1102103AP 2021-09-01 2080-01-01 contributi per iscrizioni
1102104AP 2021-09-01 2080-01-01 riscatti
1102105AP 2021-09-01 2080-01-01 altro
1103100AP 2022-01-01 2080-01-01 Quote Associative
1104100AP 2022-01-01 2080-01-01 Quota iscrizione
1104101AP 2022-01-01 2080-01-01 Altre entrate
1201100AP 2022-01-01 2080-01-01 Ricarica del castelletto SISTER
1201101AP 2022-01-01 2080-01-01 Rinnovo password SISTER
1201102AP 2022-01-01 2080-01-01 Pagamento fatture da parte degli Enti
1201103SP 2022-01-01 2080-01-01 Richiesta visura catastale
1201104SP 2022-01-01 2080-01-01 Richiesta ispezione ipotecaria
1201105IM 2022-01-01 2080-01-01 Imposta di bollo - servizio @e.bollo
1201106IM 2022-01-01 2080-01-01 Registrazione Atti
1201107IM 2022-01-01 2080-01-01 Imposta di registro, ipotecaria e catastale
1201108SP 2022-01-01 2080-01-01 Canoni per concessioni demaniali
1201109SA 2022-01-01 2080-01-01 Sanzioni giudiziarie e amministrative
1201110TS 2022-01-01 2080-01-01 Tassa di concessione governativa
1201111TS 2023-02-27 2080-01-01 Tassa concorso
1301100AP 2024-06-03 2080-01-01 Pagamento delle rate condominiali
1301101AP 2024-06-03 2080-01-01 Pagamento dei premi assicurativi`;
