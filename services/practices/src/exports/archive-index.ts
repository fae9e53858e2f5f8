import type { Language, Text } from '@sportello/contracts/contract';
import type { Table } from '@sportello/service/exports/table';

/** Whether a file is in the archive, as it was when it was stored. */
export type Presence = 'there' | 'missing' | 'altered';

/** A file that should be in an archive. */
export interface ArchivedFile {
  /** Of its practice. */
  number: string;
  /** Its path in the archive. */
  name: string;
  what: 'practice' | 'history' | 'document' | 'attachment' | 'outcome';
  sizeBytes: number;
  /** As it was stored; null for what could not be made. */
  sha256: string | null;
  presence: Presence;
}

/** How the files and folders of an archive are called. */
export const words = {
  index: { it: 'indice', en: 'index' },
  practice: { it: 'pratica', en: 'practice' },
  attachment: { it: 'allegati', en: 'attachments' },
  outcome: { it: 'esito', en: 'outcome' },
} satisfies Record<string, Text>;

const whats: Record<ArchivedFile['what'], Text> = {
  practice: { it: 'Dati, domanda ed esito', en: 'Data, form and outcome' },
  history: { it: 'Storico verificabile', en: 'Verifiable history' },
  document: { it: 'Documento rilasciato', en: 'Issued document' },
  attachment: { it: 'Allegato', en: 'Attachment' },
  outcome: { it: "Allegato dell'esito", en: 'Attachment of the outcome' },
};
const presences: Record<Presence, Text> = {
  there: { it: 'Presente', en: 'Present' },
  missing: { it: "Mancante: non si trova più nell'archivio dei file", en: 'Missing: it is no longer in the storage of files' },
  altered: { it: 'Non corrisponde più a ciò che era stato conservato', en: 'No longer what was kept' },
};

/** The index of an archive as a table. */
export const indexTable = (files: readonly ArchivedFile[], language: Language): Table<ArchivedFile> => ({
  title: words.index,
  columns: [
    { key: 'number', heading: { it: 'Pratica', en: 'Practice' }, kind: 'text', of: ({ number }) => number },
    { key: 'name', heading: { it: 'File', en: 'File' }, kind: 'text', of: ({ name }) => name },
    { key: 'what', heading: { it: 'Contenuto', en: 'Content' }, kind: 'text', of: ({ what }) => whats[what][language] },
    { key: 'presence', heading: { it: 'Stato', en: 'State' }, kind: 'text', of: ({ presence }) => presences[presence][language] },
    { key: 'sizeBytes', heading: { it: 'Dimensione in byte', en: 'Size in bytes' }, kind: 'number', of: ({ sizeBytes }) => sizeBytes },
    { key: 'sha256', heading: { it: 'SHA-256', en: 'SHA-256' }, kind: 'text', of: ({ sha256 }) => sha256 },
  ],
  pages: (async function* () {
    yield files;
  })(),
});
