import { z } from 'zod';
import { problem, rpc } from '../contract.js';
import { byId } from './fields.js';
import { practiceNotFound } from './states.js';

/** Somebody changed the rows below the service: what they say now is not what was written. */
export const historyAltered = problem(
  409,
  'history-altered',
  'Lo storico di questa pratica non torna',
  'The history of this practice does not add up',
  {
    it: "Le righe dello storico non corrispondono più a quelle scritte a suo tempo: il file non viene rilasciato. Avvisa l'ufficio, che deve verificare che cosa è successo.",
    en: 'The rows of the history are no longer those that were written: the file is not issued. Tell the office, which must find out what happened.',
  },
);

export const getHistory = rpc({
  subject: 'rpc.practices.get-history.v1',
  http: 'GET /practices/{id}/history',
  permission: 'practices:read',
  summary: 'Gives the history of a practice as a signed file that anybody can verify without asking (PRA-92)',
  input: byId,
  output: z.object({
    name: z.string().meta({ description: 'Name of the file', examples: ['storico-SERV06_UTENTI_2022.0000042.json'] }),
    text: z.string().meta({ description: 'The file, to be kept byte by byte: docs/verifiable-history.md', examples: ['{ … }\n'] }),
  }),
  problems: [practiceNotFound, historyAltered],
});
