import type { Asked, Text } from '@sportello/contracts/contract';
import type { putClickDay } from '@sportello/contracts/practices/click-days';
import type { ServiceSheet } from '@sportello/contracts/practices/sheets';
import { romeDate, romeInstant } from '@sportello/italy/rome-time';
import { domesticWork, otherWork, permitConversion } from './forms/work-permits.ts';
import { organizations, procedures } from './ids.ts';
import type { Service } from './service.ts';

/** Sending opens on this day of March at this hour, as on 25 March 2024, and filling in ends the evening before. */
const HOUR = '09:00';

/** The year of the click day that is still filled in. */
function yearOf(now: Date): number {
  const year = Number(romeDate(now).slice(0, 4));
  return now < filledInUntil(year) ? year : year + 1;
}

/** The evening before sending opens. */
const filledInUntil = (year: number): Date => romeInstant(`${year}-03-24`, '20:00');

/** What is invented is said: the real ones are those of the Ministry of the Interior. */
const invented: Text = {
  it: 'Modulo dimostrativo: ricalca un modello del decreto flussi, ma campi, quote e date sono inventati.',
  en: 'A demonstration form: it follows a model of the decree on the entry of workers, but fields, quotas and dates are invented.',
};

const kinds = [
  {
    id: procedures.domesticWork,
    code: 'FLUSSI_A',
    title: { it: 'Modello A – Lavoro domestico', en: 'Model A – Domestic work' },
    subtitle: {
      it: 'Nulla osta per colf, badanti e baby-sitter che vivono all’estero',
      en: 'Permit for home helps, carers and child-minders who live abroad',
    },
    synonyms: ['decreto flussi', 'click day', 'colf', 'badante', 'nulla osta', 'carer', 'quota'],
    form: domesticWork,
    quota: 3_000,
  },
  {
    id: procedures.otherWork,
    code: 'FLUSSI_B',
    title: { it: 'Modello B – Altro lavoro subordinato', en: 'Model B – Other employment' },
    subtitle: {
      it: 'Nulla osta per lavoratori non stagionali, in settori diversi dal domestico',
      en: 'Permit for workers who are not seasonal, in other trades than domestic work',
    },
    synonyms: ['decreto flussi', 'click day', 'lavoro subordinato', 'assunzione', 'nulla osta', 'employment', 'quota'],
    form: otherWork,
    quota: 8_000,
  },
  {
    id: procedures.permitConversion,
    code: 'FLUSSI_C',
    title: { it: 'Modello C – Conversione del permesso di soggiorno', en: 'Model C – Conversion of a residence permit' },
    subtitle: {
      it: 'Da studio, formazione o lavoro stagionale a lavoro subordinato',
      en: 'From study, training or seasonal work to employment',
    },
    synonyms: ['decreto flussi', 'click day', 'conversione', 'studio', 'stagionale', 'residence permit', 'quota'],
    form: permitConversion,
    quota: 500,
  },
];

/** Filled in from the moment at which those of the year before no longer are, so that they are open at any moment. */
export const servicesOfClickDay = (now: Date): Service[] =>
  kinds.map(({ quota, ...kind }) => ({
    ...kind,
    organizationId: organizations.piedmont,
    category: 'registry',
    audience: ['citizen'],
    opensAt: filledInUntil(yearOf(now) - 1),
    closesAt: filledInUntil(yearOf(now)),
    settings: { requiresConfirmation: true },
    limits: { maxSubmissions: quota },
    contacts: invented,
  }));

/** One for each year: what was sent on the last keeps its hours. */
export const clickDayAt = (now: Date): Omit<Asked<typeof putClickDay>, 'version'> => ({
  id: `01890000-0000-7000-8000-0000000e${yearOf(now)}`,
  title: { it: 'Click day: ingresso di lavoratori', en: 'Click day: entry of workers' },
  opensAt: romeInstant(`${yearOf(now)}-03-25`, HOUR).toISOString(),
  closesAt: romeInstant(`${yearOf(now)}-12-31`, '23:59').toISOString(),
  procedureIds: kinds.map(({ id }) => id),
});

const needed: ServiceSheet['needed'] = {
  it: 'Per compilare il modulo servono:\n- i dati del datore di lavoro\n- i dati del lavoratore e del suo passaporto\n- la proposta di contratto: mansione, orario, retribuzione, alloggio',
  en: 'To fill in the form you need:\n- the data of the employer\n- the data of the worker, with those of the passport\n- the contract that is offered: job, hours, pay, housing',
};

const office: ServiceSheet['office'] = {
  name: { it: 'Ufficio ingresso lavoratori', en: 'Office for the entry of workers' },
  street: 'Piazza Piemonte, 1',
  postalCode: '10127',
  comune: 'Torino',
  phone: '+390110824108',
  mail: 'lavoratori@regione.example',
  hours: { it: 'Dal lunedì al venerdì, 9:00 – 12:00', en: 'Monday to Friday, 9:00 – 12:00' },
};

/** What the pages of the three say. */
export const sheetsOfClickDay: Readonly<Record<string, ServiceSheet>> = Object.fromEntries(
  kinds.map(({ id }) => [
    id,
    {
      description: {
        it: `${invented.it} La domanda si compila nei giorni prima e si invia dalla pagina del click day, dall’ora fissata: conta l’ordine di arrivo.`,
        en: `${invented.en} The application is filled in during the days before and sent from the page of the click day, from the hour that is set: what counts is the order of arrival.`,
      },
      needed,
      achieved: {
        it: 'Il posto nell’ordine di arrivo, con una ricevuta firmata, e l’esito entro i termini del procedimento.',
        en: 'The place in the order of arrival, with a signed receipt, and the outcome within the terms of the procedure.',
      },
      cost: { it: 'La domanda è gratuita.', en: 'The application is free.' },
      office,
    },
  ]),
);
