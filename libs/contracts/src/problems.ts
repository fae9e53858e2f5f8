import { z } from 'zod';
import type { ProblemType, Rpc } from './contract.js';
import { problem } from './contract.js';
import { permissions, type Role, roles } from './permissions.js';

/** The problems that any contract may answer. */
export const invalidInput = problem(422, 'invalid-input', 'I dati inviati non sono validi', 'The data sent are not valid');
export const unreadable = problem(400, 'unreadable', 'La richiesta non è leggibile', 'The request cannot be read');
export const notSignedIn = problem(401, 'not-signed-in', 'Accedi per continuare', 'Sign in to go on');
export const forbidden = problem(403, 'forbidden', 'Non puoi fare questa operazione', 'You may not do this');
export const policyNotAccepted = problem(
  403,
  'policy-not-accepted',
  "Prima di continuare accetta l'informativa sulla privacy",
  'Accept the privacy policy before going on',
);
export const foreignOrigin = problem(
  403,
  'foreign-origin',
  'La richiesta non viene dalle nostre pagine',
  'The request does not come from our pages',
);
/** The session wears another profile than the page that asks. */
export const otherProfile = problem(
  409,
  'other-profile',
  'In un’altra scheda hai scelto un altro profilo: questa pagina ne usa ancora uno diverso',
  'You chose another profile in another tab: this page still uses a different one',
);
export const notFound = problem(404, 'not-found', 'Non abbiamo trovato quello che cerchi', 'We did not find what you are looking for');
export const tooSlow = problem(
  408,
  'too-slow',
  'La richiesta non è arrivata in tempo: controlla la connessione e riprova',
  'The request did not come in time: check the connection and try again',
);
export const changedMeanwhile = problem(
  409,
  'changed-meanwhile',
  'Nel frattempo è cambiato: ricarica e riprova',
  'It changed meanwhile: reload and try again',
);
export const idReused = problem(
  409,
  'id-reused',
  'Questo identificativo è già stato usato per un altro contenuto',
  'This id was used already for something else',
);
export const tooLarge = problem(413, 'too-large', 'Il contenuto inviato è troppo grande', 'What was sent is too large');
export const wrongFileType = problem(415, 'wrong-file-type', 'Questo tipo di file non è ammesso', 'This kind of file is not allowed');
export const tooManyRequests = problem(
  429,
  'too-many-requests',
  'Troppe richieste: riprova tra poco',
  'Too many requests: try again shortly',
);
export const unexpected = problem(500, 'unexpected', 'Qualcosa non ha funzionato da parte nostra', 'Something went wrong on our side');
export const unavailable = problem(
  503,
  'unavailable',
  'Il servizio non risponde: riprova tra poco',
  'The service does not answer: try again shortly',
);
export const storageFull = problem(
  507,
  'storage-full',
  'Lo spazio per i file è esaurito: riprova più tardi',
  'There is no room left for files: try again later',
);
export const issuerAway = problem(
  503,
  'issuer-away',
  'Il sistema che riconosce le persone non risponde: riprova tra qualche minuto',
  'The system that recognises people does not answer: try again in a few minutes',
);
export const timeout = problem(504, 'timeout', 'La risposta non è arrivata in tempo', 'The answer did not come in time');

/**
 * Everything that a contract may answer instead of its output: what it declares itself, and what follows from its permission, its input
 * and the way it is asked. The bus lets nothing else out.
 */
export function problemsOf(contract: Rpc): readonly ProblemType[] {
  const allowed: readonly Role[] = permissions[contract.permission];
  const [method] = contract.http?.split(' ') ?? [];
  const isWrite = method !== undefined && method !== 'GET';
  return [
    ...new Set([
      ...(contract.problems ?? []),
      ...(hasInput(contract) ? [invalidInput] : []),
      ...(isWrite && method !== 'DELETE' ? [unreadable, tooLarge] : []),
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

const hasInput = ({ input }: Rpc) => !(input instanceof z.ZodObject) || Object.keys(input.shape).length > 0;
