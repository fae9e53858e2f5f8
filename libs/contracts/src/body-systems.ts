import { AnsweredAcquisition, AnsweredRegistration, AskedAcquisition, AskedRegistration, SystemProblem } from './practices/systems.js';
import { systemDocument } from './system-document.js';

/** What an installation asks of the system of a body: to register a document, and to take over a practice. */
export const bodySystems = (version: string) =>
  systemDocument({
    title: 'Systems of a body',
    version,
    description: 'What Sportello asks of the protocol of a body, and of its office of destination',
    server: { url: 'https://protocollo.example.it/sportello', description: 'The address in BODY_SYSTEMS' },
    secret: 'BODY_SYSTEM_SECRETS',
    problem: SystemProblem,
    askings: [
      {
        path: '/registrations/{key}',
        id: 'register',
        summary: 'Registers a document',
        asked: AskedRegistration,
        answered: AnsweredRegistration,
        done: 'Registered, under this number',
      },
      {
        path: '/acquisitions/{key}',
        id: 'acquire',
        summary: 'Takes over a practice that is not worked here',
        asked: AskedAcquisition,
        answered: AnsweredAcquisition,
        done: 'Acquired',
      },
    ],
  });
