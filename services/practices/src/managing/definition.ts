import type { Text } from '@sportello/contracts/contract';
import { definitionFormat, definitionRefused, definitionVersion, ServiceDefinition } from '@sportello/contracts/practices/definitions';
import { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import type { Form } from '@sportello/forms/form';
import type { Actor } from '@sportello/messaging/actor';
import { mistakeIn } from '@sportello/messaging/mistakes';
import { type FieldError, Problem } from '@sportello/messaging/problem';
import { invalid } from '@sportello/messaging/rpc';
import { z } from 'zod';
import { faultsIn } from '../limits/limit-rules.js';
import { paymentFaults, windowFaults } from './saving.js';

/** A file as it came: nothing of it is known to be right. */
export type File = Readonly<Record<string, unknown>>;

const refused = (errors: readonly FieldError[]) => new Problem(definitionRefused, undefined, { errors });

/** @throws Problem `definitionRefused` with each place that is wrong */
export function readDefinition(file: File, { language }: Pick<Actor, 'language'>): ServiceDefinition {
  if (file['format'] !== definitionFormat) throw new Problem(definitionRefused, notOurs);
  if (file['version'] !== definitionVersion) throw new Problem(definitionRefused, otherVersion(file['version']));
  const read = z.safeDecode(ServiceDefinition, file as never, { error: mistakeIn(ServiceDefinition, language) });
  if (!read.success) {
    const { extra } = invalid(read.error);
    throw refused((extra['errors'] as FieldError[]).map((error) => at('/definition', placed(error))));
  }
  const faults = [...windowFaults(read.data.service), ...paymentFaults(read.data.service)];
  if (faults.length > 0) throw refused(faults.map((error) => at('/definition/service', error)));
  return read.data;
}

/** @throws Problem `definitionRefused` where a limit looks at a field that the form does not have */
export function checkDefinition({ service: { limits = {} } }: ServiceDefinition, form: Form): void {
  const faults = faultsIn(limits, form);
  if (faults.length > 0) throw refused(faults.map((error) => at('/definition/service', error)));
}

const at = (where: string, { pointer, detail }: FieldError): FieldError => ({ pointer: `${where}${pointer}`, detail });

/** Whoever reads the sentence sees no pointer: the place goes before it. */
const placed = ({ pointer, detail }: FieldError): FieldError => {
  const place = pointer.slice(1).replaceAll('/', '.');
  const say = (words: string) => (place ? `${place}: ${words}` : words);
  return { pointer, detail: typeof detail === 'string' ? say(detail) : { it: say(detail.it), en: say(detail.en) } };
};

const notOurs: Text = {
  it: 'Il file non è la definizione di un servizio esportata da Sportello',
  en: 'The file is not the definition of a service that Sportello exported',
};
const otherVersion = (version: unknown): Text => {
  const named = typeof version === 'number' ? String(version) : '?';
  return {
    it: `Il file è della versione ${named} del formato, e questa installazione legge la versione ${definitionVersion}`,
    en: `The file is of version ${named} of the format, and this installation reads version ${definitionVersion}`,
  };
};

/** What an import makes, in words. */
export function madeBy({ service, form, texts, checklist, assignment }: ServiceDefinition): Text[] {
  const { title, settings } = service;
  const fields = fieldsOf(form);
  const told = settingsIn(settings);
  const some = (count: number, it: string, en: string): Text[] => (count > 0 ? [{ it: `${it}: ${count}`, en: `${en}: ${count}` }] : []);
  const joined = (language: 'it' | 'en') => told.map((each) => each[language]).join('; ');
  return [
    { it: `Il servizio «${title.it}», in costruzione`, en: `The service “${title.en}”, in construction` },
    ...(form ? [{ it: `Il suo modulo, con ${fields} campi`, en: `Its form, with ${fields} fields` }] : []),
    ...(told.length > 0 ? [{ it: `Impostazioni: ${joined('it')}`, en: `Settings: ${joined('en')}` }] : []),
    ...some(texts.length, 'Testi a disposizione degli operatori', 'Texts at hand of officers'),
    ...some(checklist?.items.length ?? 0, 'Voci da controllare', 'Things to check'),
    ...some(assignment?.rules.length ?? 0, 'Regole di assegnazione', 'Rules of assignment'),
  ];
}

function fieldsOf(form: unknown): number {
  const { pages = [] } = (form ?? {}) as Partial<Form>;
  return pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)).length;
}

/** The settings that say something, by the names that the console gives them. */
function settingsIn(settings: WorkflowSettings): Text[] {
  const shape: Record<string, { meta(): Record<string, unknown> | undefined }> = WorkflowSettings.shape;
  return Object.entries(settings).flatMap(([key, value]) => {
    const { 'x-label': label, 'x-options': options } = (shape[key]?.meta() ?? {}) as {
      'x-label'?: Text;
      'x-options'?: Record<string, Text>;
    };
    if (!label || value === false || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    if (value === true) return [label];
    const named = (each: unknown): Text => options?.[String(each)] ?? { it: String(each), en: String(each) };
    const values = (Array.isArray(value) ? value : [value]).map(named);
    const said = (language: 'it' | 'en') => `${label[language]}: ${values.map((each) => each[language]).join(', ')}`;
    return [{ it: said('it'), en: said('en') }];
  });
}
