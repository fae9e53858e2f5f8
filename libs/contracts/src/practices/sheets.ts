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
    office: Place.optional().describe('Contatti: the office that answers for it'),
  })
  .describe('The parts of its page');
export type ServiceSheet = z.infer<typeof ServiceSheet>;
