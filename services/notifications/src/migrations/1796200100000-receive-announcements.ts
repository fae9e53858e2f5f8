import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events that were consumed before announcements, by the last parts of their consumers' names. */
const heardBefore = [
  'practices-submitted',
  'practices-receipt-issued',
  'practices-assigned',
  'practices-amendment-requested',
  'practices-amendment-submitted',
  'practices-amendment-accepted',
  'practices-amendment-refused',
  'practices-approved',
  'practices-rejected',
  'practices-message-sent',
  'identity-sign-in-guessed',
  'identity-officer-invited',
].map((name) => `'notifications-events-${name}-v1'`);

/** The words of a mail that has not left: those of its notice where there is one, else those that stood in the code. */
const wordsOf = (place: 'portal' | 'console', path: string) => `
  jsonb_build_object('audience', '[]'::jsonb, 'by', '["notice", "mail"]'::jsonb, 'place', '${place}', 'path', ${path},
    'title', coalesce((select n.subject from notices n where n.announcement_id = a.id and n.place = '${place}' limit 1), ${title}),
    'body', coalesce((select n.body from notices n where n.announcement_id = a.id and n.place = '${place}' limit 1), ${body}),
    'action', jsonb_build_object('it', 'Apri la pagina', 'en', 'Open the page'))`;
const value = (json: string) => `coalesce(a.about ${json}, '')`;
const title = `case a.template
  when 'receipt' then jsonb_build_object('it', 'Ricevuta dell''istanza ' || ${value("->> 'number'")}, 'en', 'Receipt of request ' || ${value("->> 'number'")})
  when 'officer-invited' then jsonb_build_object('it', 'Un ente ti invita a lavorare come operatore', 'en', 'A body asks you to work as an officer')
  when 'sign-in-guessed' then jsonb_build_object('it', 'Tentativi di accesso non riusciti', 'en', 'Failed attempts to sign in')
  else jsonb_build_object('it', 'Aggiornamento sull''istanza ' || ${value("->> 'number'")}, 'en', 'News about request ' || ${value("->> 'number'")}) end`;
const body = `case a.template
  when 'receipt' then jsonb_build_object(
    'it', 'L''istanza ' || ${value("->> 'number'")} || ' per il servizio «' || ${value("#>> '{service,it}'")} || '» è stata inviata correttamente. In allegato trovi la copia in PDF del modulo e la ricevuta.',
    'en', 'Request ' || ${value("->> 'number'")} || ' for the service “' || ${value("#>> '{service,en}'")} || '” was sent correctly. The PDF copy of the form and the receipt are attached.')
  when 'officer-invited' then jsonb_build_object(
    'it', ${value("->> 'organization'")} || ' ti invita a lavorare le pratiche dei suoi servizi digitali. L''invito è nel tuo profilo: puoi accettarlo o rifiutarlo.',
    'en', ${value("->> 'organization'")} || ' asks you to work on the practices of its digital services. The invitation is in your profile: you can accept or decline it.')
  when 'sign-in-guessed' then jsonb_build_object(
    'it', 'Qualcuno ha provato più volte ad accedere con il tuo nome utente e una password sbagliata. Nessuno è entrato. Se i tentativi non sono tuoi e la tua password può essere conosciuta da altri, cambiala o avvisa il servizio di assistenza.',
    'en', 'Somebody tried several times to sign in with your user name and a wrong password. Nobody got in. If it was not you and others may know your password, change it or tell the help desk.')
  else jsonb_build_object('it', 'I dettagli sono nella pagina dell''istanza.', 'en', 'The details are on the page of the request.') end`;

/**
 * An announcement brings its words and its audience. What was on its way keeps the words that it had: mails that have not left, and news of a
 * person's own account that nobody was told yet. News of practices that nobody was told yet is announced again by the practices service, under the
 * same ids.
 */
export class ReceiveAnnouncements1796200100000 implements MigrationInterface {
  name = 'ReceiveAnnouncements1796200100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table notices rename column audience to place;
       alter table deliveries rename column audience to place;
       update notices set place = case place when 'officer' then 'console' else 'portal' end;
       alter table announcements rename column heard_at to received_at;
       alter table announcements rename column told_at to written_at;
       alter table announcements rename column enclosures to documents;
       alter table announcements add sender text, add subject_kind text, add subject_id uuid, add topic text, add messages jsonb not null default '[]';
       alter table deliveries add topic text, add message integer;
       delete from announcements where written_at is null and practice_id is not null`,
    );
    await runner.query(
      `update announcements a set sender = coalesce(about ->> 'organization', 'Sportello'),
         subject_kind = case when practice_id is null then 'account' else 'practices' end, subject_id = coalesce(practice_id, applicant_id),
         topic = case when template like 'message-%' then 'practices.messages' when template = 'receipt' then 'practices.receipt'
           when template = 'officer-invited' then 'identity.invitation' when template = 'sign-in-guessed' then 'identity.security'
           else 'practices.progress' end`,
    );
    await runner.query(
      `update deliveries d set message = case place when 'officer' then 1 else 0 end, place = case place when 'officer' then 'console' else 'portal' end,
         topic = (select topic from announcements where id = announcement_id)`,
    );
    // There are no words for several of them together: each goes by itself.
    await runner.query(
      `update deliveries d set is_gathered = false, status = 'queued', joined_id = null
       where is_gathered and (status = 'queued' or (status = 'joined' and exists
         (select from deliveries first where first.id = d.joined_id and first.status in ('queued', 'bounced_temporary'))))`,
    );
    await runner.query(
      `update announcements a set messages = jsonb_build_array(
           ${wordsOf('portal', "case when practice_id is null then '/area-personale/profilo' else '/area-personale/pratiche/' || practice_id end")},
           ${wordsOf('console', "case when practice_id is null then '/console' else '/console/pratiche/' || practice_id end")})
       where exists (select from deliveries d where d.announcement_id = a.id and d.status in ('queued', 'bounced_temporary', 'joined'))`,
    );
    const ofPerson = `jsonb_build_object('audience', jsonb_build_array(jsonb_build_object('kind', 'person', 'personId', applicant_id)))`;
    await runner.query(
      `update announcements a set messages = jsonb_build_array(case when organization_id is null
           then ${wordsOf('portal', "'/area-personale/profilo'")} else ${wordsOf('console', "'/console'")} end || ${ofPerson})
       where written_at is null`,
    );
    await runner.query(
      `alter table announcements alter messages drop default, alter sender set not null, alter subject_kind set not null,
         alter subject_id set not null, alter topic set not null, alter documents drop default,
         drop practice_id, drop procedure_id, drop applicant_id, drop template, drop about;
       alter table deliveries alter topic set not null, alter message set not null;
       drop index deliveries_gathering;
       create index deliveries_gathering on deliveries (address, topic, place, organization_id, gathers_until) where gathers_until is not null;
       drop index deliveries_gathered;
       create index deliveries_gathered on deliveries (address, topic, place, organization_id)
         where is_gathered and status = 'queued' and attempts = 0`,
    );
    // Who received news before receives what is announced from the first on, also what was announced while this service was away.
    await runner.query(
      `insert into subscriptions (consumer, since)
         select 'notifications-events-notifications-announced-v1', min(since) from subscriptions where consumer in (${heardBefore.join()})
         having count(*) > 0;
       delete from subscriptions where consumer in (${heardBefore.join()})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from announcements;
       alter table announcements add practice_id uuid, add procedure_id uuid, add applicant_id uuid not null, add template text not null, add about jsonb,
         drop sender, drop subject_kind, drop subject_id, drop topic, drop messages, alter documents set default '[]';
       alter table announcements rename column received_at to heard_at;
       alter table announcements rename column written_at to told_at;
       alter table announcements rename column documents to enclosures;
       drop index deliveries_gathering;
       drop index deliveries_gathered;
       alter table deliveries drop topic, drop message;
       alter table deliveries rename column place to audience;
       alter table notices rename column place to audience;
       create index deliveries_gathering on deliveries (organization_id, audience, address, gathers_until) where gathers_until is not null;
       create index deliveries_gathered on deliveries (organization_id, audience, address)
         where is_gathered and status = 'queued' and attempts = 0`,
    );
  }
}
