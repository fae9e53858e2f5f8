import type { ProblemType, Rpc } from './contract.js';
import { problem } from './contract.js';
import { permissions, type Role, roles } from './permissions.js';

/** The problems that any contract may answer. */
export const invalidInput = problem(422, 'invalid-input', 'I dati inviati non sono validi', 'The data sent are not valid', {
  it: "Qualche dato manca, è di un altro tipo o non è previsto. L'elenco «errors» dice quale campo e perché: correggi e invia di nuovo.",
  en: 'Some data are missing, are of another type or are not expected. The list “errors” says which field and why: correct it and send it again.',
});
export const unreadable = problem(400, 'unreadable', 'La richiesta non è leggibile', 'The request cannot be read', {
  it: 'Il contenuto della richiesta non è JSON valido, oppure non è stato ricevuto per intero. Controlla come viene scritto e invialo di nuovo.',
  en: 'The content of the request is not valid JSON, or did not arrive in full. Check how it is written and send it again.',
});
export const notSignedIn = problem(401, 'not-signed-in', 'Accedi per continuare', 'Sign in to go on', {
  it: "L'operazione richiede l'accesso all'Area personale, oppure la sessione è scaduta. Accedi e riprova.",
  en: 'You have to be signed in, or your session expired. Sign in and try again.',
});
export const forbidden = problem(403, 'forbidden', 'Non puoi fare questa operazione', 'You may not do this', {
  it: 'Il tuo profilo non permette questa operazione. Controlla il profilo attivo in alto a destra.',
  en: 'Your profile does not allow this. Check the active profile at the top right.',
});
export const policyNotAccepted = problem(
  403,
  'policy-not-accepted',
  "Prima di continuare accetta l'informativa sulla privacy",
  'Accept the privacy policy before going on',
  {
    it: "Lo sportello si può usare solo dopo aver accettato l'informativa sulla privacy in vigore.",
    en: 'The counter can be used only after accepting the privacy policy in force.',
  },
);
export const foreignOrigin = problem(
  403,
  'foreign-origin',
  'La richiesta non viene dalle nostre pagine',
  'The request does not come from our pages',
  {
    it: 'Per sicurezza le operazioni fatte dal browser sono accettate solo dalle pagine dello sportello. Ricarica la pagina e riprova.',
    en: 'For safety, what is done from a browser is accepted only from the pages of the counter. Reload the page and try again.',
  },
);
/** The session wears another profile than the page that asks. */
export const otherProfile = problem(
  409,
  'other-profile',
  'In un’altra scheda hai scelto un altro profilo: questa pagina ne usa ancora uno diverso',
  'You chose another profile in another tab: this page still uses a different one',
  {
    it: 'La pagina è stata aperta con un altro profilo. Ricaricala, oppure torna al profilo di prima: niente è stato salvato con quello sbagliato.',
    en: 'The page was opened with another profile. Reload it, or change back: nothing was saved under the wrong one.',
  },
);
export const notFound = problem(404, 'not-found', 'Non abbiamo trovato quello che cerchi', 'We did not find what you are looking for', {
  it: 'Non esiste, oppure non è tra le cose che puoi vedere.',
  en: 'It does not exist, or it is not among the things you can see.',
});
export const tooSlow = problem(
  408,
  'too-slow',
  'La richiesta non è arrivata in tempo: controlla la connessione e riprova',
  'The request did not come in time: check the connection and try again',
  {
    it: 'La richiesta non è arrivata per intero nel tempo previsto. Controlla la connessione e riprova.',
    en: 'The request did not arrive in full in the time allowed. Check the connection and try again.',
  },
);
export const changedMeanwhile = problem(
  409,
  'changed-meanwhile',
  'Nel frattempo è cambiato: ricarica e riprova',
  'It changed meanwhile: reload and try again',
  {
    it: "Qualcuno, o tu da un'altra finestra, ha salvato un'altra versione. Ricarica e riprova.",
    en: 'Somebody, or you in another window, saved another version. Reload and try again.',
  },
);
export const idReused = problem(
  409,
  'id-reused',
  'Questo identificativo è già stato usato per un altro contenuto',
  'This id was used already for something else',
  {
    it: 'Una richiesta ripetuta deve essere uguale alla prima. Per un contenuto diverso scegli un nuovo identificativo.',
    en: 'A repeated request must be the same as the first. For other content choose a new identifier.',
  },
);
export const tooLarge = problem(413, 'too-large', 'Il contenuto inviato è troppo grande', 'What was sent is too large', {
  it: 'Riduci la dimensione del file o del testo e riprova.',
  en: 'Make the file or the text smaller and try again.',
});
export const methodNotAllowed = problem(
  405,
  'method-not-allowed',
  "A questo indirizzo non si può chiedere un'operazione di questo tipo",
  'This address does not answer this method',
  {
    it: "L'indirizzo esiste, ma risponde ad altri metodi HTTP: sono elencati nell'intestazione «Allow».",
    en: 'The address exists, but answers other HTTP methods: they are listed in the header “Allow”.',
  },
);
export const wrongMediaType = problem(
  415,
  'wrong-media-type',
  'Il contenuto inviato va scritto in JSON, non compresso',
  'What is sent must be JSON, not compressed',
  {
    it: 'Il contenuto va inviato come «application/json», senza compressione. I file si caricano agli indirizzi degli allegati.',
    en: 'The content has to be sent as “application/json”, not compressed. Files are uploaded at the addresses of attachments.',
  },
);
export const wrongFileType = problem(415, 'wrong-file-type', 'Questo tipo di file non è ammesso', 'This kind of file is not allowed', {
  it: 'Il contenuto del file non è di un formato ammesso, anche se il nome lo fa sembrare.',
  en: 'The content of the file is not of an allowed format, even if its name suggests it.',
});
export const tooManyRequests = problem(
  429,
  'too-many-requests',
  'Troppe richieste: riprova tra poco',
  'Too many requests: try again shortly',
  { it: 'Aspetta il tempo indicato e riprova.', en: 'Wait for the time indicated and try again.' },
);
export const unexpected = problem(500, 'unexpected', 'Qualcosa non ha funzionato da parte nostra', 'Something went wrong on our side', {
  it: "L'errore è stato registrato. Riprova tra poco.",
  en: 'The error has been recorded. Try again shortly.',
});
export const unavailable = problem(
  503,
  'unavailable',
  'Il servizio non risponde: riprova tra poco',
  'The service does not answer: try again shortly',
  { it: 'Riprova tra poco: quello che hai salvato è al sicuro.', en: 'Try again shortly: what you saved is safe.' },
);
export const storageFull = problem(
  507,
  'storage-full',
  'Lo spazio per i file è esaurito: riprova più tardi',
  'There is no room left for files: try again later',
  {
    it: "Il file non è stato conservato. Riprova più tardi: chi gestisce l'installazione è stato avvisato.",
    en: 'The file was not kept. Try again later: whoever runs this installation has been told.',
  },
);
export const issuerAway = problem(
  503,
  'issuer-away',
  'Il sistema che riconosce le persone non risponde: riprova tra qualche minuto',
  'The system that recognises people does not answer: try again in a few minutes',
  {
    it: "L'accesso passa per un sistema esterno che in questo momento non risponde. Chi ha già effettuato l'accesso può continuare.",
    en: 'Signing in goes through another system, which does not answer at the moment. Whoever is signed in already can go on.',
  },
);
export const timeout = problem(504, 'timeout', 'La risposta non è arrivata in tempo', 'The answer did not come in time', {
  it: "Riprova: ripetere l'operazione non la esegue due volte.",
  en: 'Try again: repeating does not do it twice.',
});

/**
 * Everything that a contract may answer instead of its output: what it declares itself, and what follows from its permission, its input
 * and the way it is asked. The bus lets nothing else out.
 */
export function problemsOf(contract: Pick<Rpc, 'permission' | 'http' | 'beforePolicy' | 'problems'>): readonly ProblemType[] {
  const allowed: readonly Role[] = permissions[contract.permission];
  const [method] = contract.http?.split(' ') ?? [];
  const isWrite = method !== undefined && method !== 'GET';
  return [
    ...new Set([
      ...(contract.problems ?? []),
      // Also where nothing is asked for: what nobody knows is refused.
      invalidInput,
      ...(isWrite && method !== 'DELETE' ? [unreadable, tooSlow, tooLarge, wrongMediaType] : []),
      ...(allowed.includes('visitor') ? [] : [notSignedIn]),
      ...(roles.every((role) => allowed.includes(role)) ? [] : [forbidden]),
      ...(contract.beforePolicy ? [] : [policyNotAccepted]),
      ...(isWrite ? [foreignOrigin] : []),
      ...(contract.http ? [otherProfile] : []),
      tooManyRequests,
      unexpected,
      unavailable,
      timeout,
    ]),
  ];
}
