import { z } from 'zod';
import { Id, problem, rpc } from '../contract.js';
import { idReused } from '../problems.js';
import { ActionKind } from './action-kinds.js';
import { notBegun, tooManyDrafts } from './drafts.js';

import { Practice } from './practices.js';
import { practiceNotFound } from './states.js';

export const actionNotOffered = problem(
  409,
  'action-not-offered',
  'Questo servizio non prevede questa operazione',
  'This service does not offer this action',
  {
    it: 'Nella pagina dell’istanza ci sono le operazioni che il servizio prevede: se nessuna fa al caso, ci si rivolge all’ente.',
    en: 'The page of the request has the actions that the service offers: if none fits, the body has to be asked.',
  },
);

export const actionNotNow = problem(
  409,
  'action-not-now',
  'Si può chiedere solo dopo l’approvazione',
  'It can be asked for after the approval only',
  {
    it: 'Rinnovo, interruzione, sospensione, modifica, voltura e subentro riguardano un servizio attivo: prima l’istanza va approvata.',
    en: 'Renewal, interruption, suspension, change, transfer and succession are about an active service: the request has to be approved first.',
  },
);

export const actionOpen = problem(
  409,
  'action-open',
  'C’è già una richiesta aperta su questa istanza',
  'There is a request about this one that is still open',
  {
    it: 'Se ne fa una alla volta: la richiesta aperta va conclusa, ritirata o, se è una bozza, eliminata.',
    en: 'They are made one at a time: the one that is open has to end, to be withdrawn or, if it is a draft, to be deleted.',
  },
);

/** A new practice of the same service, with what is known filled in. Attachments are added anew. Asked again it is the same. */
export const startAction = rpc({
  subject: 'rpc.practices.start-action.v1',
  http: 'PUT /practices/{id}/actions/{actionId}',
  permission: 'practices:compile',
  summary: 'Opens a draft that asks for something about an approved request: its renewal, its end, another holder',
  input: z.strictObject({
    id: Id.describe('The approved request'),
    actionId: Id.describe('The new one, with an id that the caller chose'),
    kind: ActionKind,
  }),
  output: Practice,
  problems: [...notBegun, practiceNotFound, actionNotOffered, actionNotNow, actionOpen, idReused, tooManyDrafts],
});
