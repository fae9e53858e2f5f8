import { z } from 'zod';
import { Text } from '../contract.js';
import { Line, Mail, Phone, PostalCode } from '../typed.js';

/** Where the office that answers for a service is found. */
const Place = z.strictObject({
  name: Text.describe('What it is called'),
  street: Line(150).meta({ description: 'Street and number', examples: ['Corso Stati Uniti, 21'] }),
  postalCode: PostalCode.meta({ description: 'Postal code', examples: ['10128'] }),
  comune: Line(100).meta({ description: 'Comune', examples: ['Torino'] }),
  phone: Phone.optional().meta({ description: 'Telephone', examples: ['+390110824108'] }),
  mail: Mail.optional().meta({ description: 'Address for mails', examples: ['istruzione@example.org'] }),
  hours: Text.optional().describe('When it is open to people'),
});

/** Whom people ask for help with a service: about what they enter, or about the procedure and their credentials (TIC-35). */
const HelpDesk = z
  .strictObject({
    kind: z.enum(['content', 'technical']).meta({
      description: 'For what it is asked: the data to enter, or the procedure and the credentials',
      examples: ['technical'],
      'x-label': { it: 'Per che cosa', en: 'For what' },
      'x-options': {
        content: { it: 'I dati da inserire nel modulo', en: 'The data to enter in the form' },
        technical: { it: 'La procedura e le credenziali', en: 'The procedure and the credentials' },
      },
    }),
    name: Text.meta({ description: 'Who answers', 'x-label': { it: 'Chi risponde', en: 'Who answers' } }),
    phones: z
      .array(Phone.min(1).meta({ description: 'A telephone', examples: ['+390110824108'] }))
      .max(5)
      .meta({ description: 'Its telephones', 'x-label': { it: 'Telefoni', en: 'Telephones' } }),
    mail: Mail.optional().meta({
      description: 'Address for mails',
      examples: ['aiuto@example.org'],
      'x-label': { it: 'E-mail', en: 'Email' },
    }),
    form: z
      .url({ protocol: /^https$/ })
      .max(500)
      .optional()
      .meta({
        description: 'Address of its web form',
        examples: ['https://example.org/aiuto'],
        'x-label': { it: 'Modulo web', en: 'Web form' },
      }),
    hours: Text.optional().meta({ description: 'When it answers', 'x-label': { it: 'Orario', en: 'Hours' } }),
  })
  .meta({ 'x-label': { it: 'Contatto', en: 'Contact' } });

/**
 * What the page of a service says besides, in the parts of the model for the sites of the comuni; what is left out is said in general
 * words, and the parts that the model leaves free do not appear. A line of a text is a paragraph; lines that begin with `- ` are a list.
 */
export const ServiceSheet = z
  .strictObject({
    description: Text.optional().describe('Descrizione: what it is for'),
    howTo: Text.optional().describe('Come fare: how it is asked for'),
    minutes: z
      .number()
      .int()
      .min(1)
      .max(600)
      .optional()
      .meta({ description: 'Minutes that the form usually takes to be filled in (CAT-90)', examples: [15] }),
    needed: Text.optional().describe('Cosa serve: what has to be at hand'),
    achieved: Text.optional().describe('Cosa si ottiene: what one gets'),
    terms: Text.optional().describe('Tempi e scadenze: what its window and its term do not say'),
    cost: Text.optional().describe('Quanto costa'),
    constraints: Text.optional().describe('Vincoli: what it depends on'),
    more: Text.optional().describe('Ulteriori informazioni'),
    helpDesks: z
      .array(HelpDesk)
      .max(6)
      .optional()
      .meta({
        description: 'Contatti: whom people ask for help, by kind',
        'x-label': { it: 'Contatti per l’assistenza', en: 'Contacts for help' },
      }),
    office: Place.optional().describe('Contatti: the office that answers for it'),
  })
  .describe('The parts of its page');
export type ServiceSheet = z.infer<typeof ServiceSheet>;
