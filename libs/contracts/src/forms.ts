/** What every service that keeps forms says of them. */
import { z } from 'zod';
import { problem } from './contract.js';

export const formNotFound = problem(404, 'form-not-found', 'Questo modulo non esiste', 'There is no such form', {
  it: 'Questa versione del modulo non esiste, oppure il suo servizio non è pubblicato.',
  en: 'This version of the form does not exist, or its service is not published.',
});

export const formImmutable = problem(
  409,
  'form-immutable',
  'Una versione pubblicata non si cambia: pubblica una nuova versione',
  'A published version does not change: publish a new one',
  {
    it: 'Le richieste già iniziate restano con la versione del modulo con cui sono nate: per cambiarlo pubblica una nuova versione.',
    en: 'Requests keep the version of the form with which they began: to change it publish a new version.',
  },
);

export const formBroken = problem(422, 'form-broken', 'La definizione del modulo non è valida', 'The definition of the form is not valid', {
  it: "L'elenco «errors» dice in quale punto della definizione e perché.",
  en: 'The list “errors” says at which place of the definition, and why.',
});

/** The `Form` of `@sportello/forms`. */
export const FormDefinition = z.record(z.string().max(100), z.json()).meta({
  description: 'The form as docs/forms.md says it: pages, sections, fields, rules',
  examples: [{ title: { it: 'Richiesta', en: 'Request' }, pages: [] }],
});

/** The values of a form by field key; its shape is the form's schema. */
export const Content = z.record(z.string().max(100), z.json()).meta({
  description: 'The values of the form by field key; which keys there are is said by the form',
  examples: [{ forWhom: 'myself', certificate: 'residence' }],
});

export const Dropped = z
  .object({
    pointer: z.string().meta({ description: 'JSON pointer into what was sent', examples: ['/content/vatNumber'] }),
    reason: z
      .enum(['hidden', 'read-only', 'form', 'file'])
      .describe(
        '`hidden`: a condition of the form hides it (CAT-88); `read-only`: the field holds what is known of the person; `form`, `file`: the form in force does not take it, or files are not carried over, when a request is copied',
      ),
  })
  .describe('A value that was sent and is not kept');
export type Dropped = z.infer<typeof Dropped>;

export const incomplete = problem(422, 'incomplete', 'Mancano dati o non sono coerenti', 'Data are missing or do not agree', {
  it: 'Torna al modulo: i campi da correggere sono elencati in alto, con il motivo.',
  en: 'Go back to the form: the fields to correct are listed at the top, with the reason.',
});

export const unusedFiles = problem(
  409,
  'unused-files',
  'Ci sono file caricati che nessuna risposta usa',
  'There are uploaded files that no answer uses',
  {
    it: "Ogni file caricato deve comparire in una risposta del modulo. L'elenco «unusedFiles» dice quali file sono rimasti fuori: usali o eliminali, poi completa di nuovo.",
    en: 'Every uploaded file must be named by an answer of the form. The list “unusedFiles” says which are left over: use or remove them, then complete again.',
  },
);
