import type { MigrationInterface, QueryRunner } from 'typeorm';

const title = { it: 'Informativa sulla privacy', en: 'Privacy policy' };

/** Regulation (EU) 2016/679, articles 13 and 14. Paragraphs are parted by an empty line. */
const it = `Questa informativa spiega quali dati personali tratta Sportello, lo sportello digitale degli enti pubblici, perché lo fa, per quanto tempo e quali diritti hai (articoli 13 e 14 del Regolamento UE 2016/679, GDPR).

1. Chi tratta i tuoi dati

Titolare del trattamento è l’ente a cui ti rivolgi: il Comune, la Regione, il Ministero o la scuola che offre il servizio. Ogni ente vede soltanto le pratiche che gli hai inviato. L’ente che gestisce questa installazione tratta i dati del tuo account (identità, recapiti, accessi). I recapiti del titolare e del responsabile della protezione dei dati sono pubblicati sul sito di ciascun ente.

2. Quali dati

Dati di identità: nome, cognome, codice fiscale, data, luogo e stato di nascita, sesso. Li riceviamo dal gestore della tua identità digitale (SPID, CIE, CNS o eIDAS) a ogni accesso, oppure dall’ente che ti ha registrato; qui non si possono modificare.

Recapiti e preferenze: e-mail, telefoni, residenza, domicilio, fotografia, lingua e fuso orario. Li scrivi e li cambi tu.

Pratiche: ciò che scrivi nei moduli, gli allegati, i messaggi, le ricevute e gli esiti.

Registrazioni tecniche: data e ora di ogni accesso, metodo e livello di autenticazione, indirizzo IP, chi ha modificato i tuoi dati e quando, quali versioni di questa informativa hai accettato.

3. Perché

Per identificarti e darti il servizio che chiedi, cioè per l’esecuzione di un compito di interesse pubblico e per adempiere obblighi di legge (articolo 6, paragrafo 1, lettere c ed e del GDPR; Codice dell’amministrazione digitale, decreto legislativo 7 marzo 2005, n. 82). Per la sicurezza della piattaforma registriamo gli accessi. Non facciamo profilazione, non prendiamo decisioni unicamente automatizzate e non usiamo i tuoi dati per pubblicità.

Confermando di aver letto questa informativa puoi usare il servizio; la conferma non è un consenso al trattamento, che si fonda sulla legge.

4. A chi li comunichiamo

All’ente a cui invii la pratica e agli enti che per legge devono intervenire nel procedimento; ai fornitori che ospitano o mantengono la piattaforma, nominati responsabili del trattamento; a PagoPA S.p.A. quando paghi o ricevi un messaggio sull’app IO. I dati non vengono venduti e non vengono diffusi.

5. Per quanto tempo

I dati dell’account restano finché l’account è in uso. Pratiche e ricevute seguono i tempi di conservazione dei documenti amministrativi dell’ente. Le registrazioni degli accessi e delle accettazioni restano per il tempo in cui servono a provare ciò che è stato inviato.

6. Cookie

Usiamo soltanto cookie tecnici, necessari per tenere aperta la sessione e ricordare le tue scelte. Nessun cookie di profilazione, nessuno di terzi.

7. I tuoi diritti

Puoi chiedere di accedere ai tuoi dati, di rettificarli, di limitarne il trattamento e, nei casi previsti, di cancellarli; puoi opporti al trattamento per motivi connessi alla tua situazione. Ti rivolgi all’ente titolare o al suo responsabile della protezione dei dati. Se ritieni che i tuoi diritti siano stati violati puoi proporre reclamo al Garante per la protezione dei dati personali (www.garanteprivacy.it).

8. Modifiche

Quando questo testo cambia ne pubblichiamo una nuova versione e ti chiediamo di leggerla al primo accesso.`;

const en = `This policy explains which personal data Sportello, the digital counter of public bodies, processes, why, for how long, and which rights you have (articles 13 and 14 of Regulation (EU) 2016/679, GDPR).

1. Who processes your data

The controller is the body you turn to: the municipality, region, ministry or school that offers the service. Each body sees only the practices that you sent to it. The body that runs this installation processes the data of your account (identity, contacts, sign-ins). The addresses of the controller and of its data protection officer are published on each body's site.

2. Which data

Identity data: given name, family name, fiscal code, date, place and state of birth, sex. We receive them from the provider of your digital identity (SPID, CIE, CNS or eIDAS) at every sign-in, or from the body that registered you; they cannot be changed here.

Contacts and preferences: e-mail, telephone numbers, residence, domicile, picture, language and time zone. You write and change them yourself.

Practices: what you write in forms, attachments, messages, receipts and outcomes.

Technical records: date and time of each sign-in, method and level of authentication, IP address, who changed your data and when, which versions of this policy you accepted.

3. Why

To identify you and give you the service you ask for, that is for the performance of a task carried out in the public interest and to comply with legal obligations (article 6, paragraph 1, letters c and e of the GDPR; Digital Administration Code, legislative decree no. 82 of 7 March 2005). Sign-ins are recorded for the security of the platform. There is no profiling, no solely automated decision, and your data are not used for advertising.

By confirming that you have read this policy you may use the service; the confirmation is not a consent to the processing, which rests on the law.

4. Who receives them

The body to which you send the practice and the bodies that by law take part in the proceeding; the suppliers that host or maintain the platform, appointed as processors; PagoPA S.p.A. when you pay or receive a message in the IO app. Data are not sold and not published.

5. For how long

The data of the account are kept as long as the account is in use. Practices and receipts follow the retention times of the body's administrative documents. Records of sign-ins and acceptances are kept as long as they are needed to prove what was sent.

6. Cookies

Only technical cookies are used, which are needed to keep the session open and to remember your choices. No profiling cookies, none of third parties.

7. Your rights

You may ask to access your data, to have them rectified, to restrict their processing and, in the cases provided for, to have them erased; you may object to the processing on grounds relating to your situation. Turn to the controller or to its data protection officer. If you believe that your rights were infringed you may lodge a complaint with the Italian data protection authority (www.garanteprivacy.it).

8. Changes

When this text changes a new version is published, and you are asked to read it at your next sign-in.`;

export class PublishFirstPolicy1795634814000 implements MigrationInterface {
  name = 'PublishFirstPolicy1795634814000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('insert into policies (version, published_at, title, body) values ($1, $2, $3, $4)', [
      '1.0',
      '2026-01-01T00:00:00Z',
      title,
      { it, en },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from policies where version = '1.0'`);
  }
}
