import { AnsweredCheck, AnsweredCredential, AskedCheck, AskedCredential } from './practices/credential-systems.js';
import { SystemProblem } from './practices/systems.js';
import { systemDocument } from './system-document.js';

/** What an installation asks of the credential system of a region, before it enables people there (INT-12). */
export const credentialSystems = (version: string) =>
  systemDocument({
    title: 'Credential system of a region',
    version,
    description: 'What Sportello asks before it enables people: whether they have a credential, and a new one for who has none',
    server: { url: 'https://credenziali.example.it/sportello', description: 'The address in CREDENTIAL_SYSTEMS' },
    secret: 'CREDENTIAL_SYSTEM_SECRETS',
    problem: SystemProblem,
    askings: [
      {
        path: '/checks/{key}',
        id: 'check',
        summary: 'Tells whether somebody has a credential',
        asked: AskedCheck,
        answered: AnsweredCheck,
        done: 'What is known of her',
      },
      {
        path: '/credentials/{key}',
        id: 'issue',
        summary: 'Makes a credential and delivers it',
        asked: AskedCredential,
        answered: AnsweredCredential,
        done: 'Made and delivered',
      },
    ],
  });
