/**
 * The kinds of files that the platform takes, what they are called, and how a refusal is told. Page and server both decide by this list,
 * and by the bytes (`recognise.ts`): neither the browser's media type nor the name makes a file what it is not.
 */
export const fileKinds = {
  'application/pdf': { endings: ['.pdf'], name: 'PDF', is: { it: 'un documento PDF', en: 'a PDF document' } },
  'image/jpeg': { endings: ['.jpeg', '.jpg'], name: 'JPEG', is: { it: "un'immagine JPEG", en: 'a JPEG image' } },
  'image/png': { endings: ['.png'], name: 'PNG', is: { it: "un'immagine PNG", en: 'a PNG image' } },
  'application/msword': { endings: ['.doc'], name: 'DOC', is: { it: 'un documento Word (DOC)', en: 'a Word document (DOC)' } },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    endings: ['.docx'],
    name: 'DOCX',
    is: { it: 'un documento Word (DOCX)', en: 'a Word document (DOCX)' },
  },
  'application/pkcs7-mime': { endings: ['.p7m'], name: 'P7M', is: { it: 'un file firmato (P7M)', en: 'a signed file (P7M)' } },
  'application/xml': { endings: ['.xml'], name: 'XML', is: { it: 'un file XML', en: 'an XML file' } },
  'text/plain': { endings: ['.txt'], name: 'TXT', is: { it: 'un testo semplice (TXT)', en: 'a plain text (TXT)' } },
} as const satisfies Record<string, { endings: string[]; name: string; is: Record<Language, string> }>;

type Language = 'it' | 'en';
export type FileType = keyof typeof fileKinds;
export const fileTypes = Object.keys(fileKinds) as [FileType, ...FileType[]];

/** What is recognised so that a refusal can name it, and never taken. */
const otherKinds: Record<string, Record<Language, string>> = {
  'application/x-cfb': { it: 'un vecchio documento di Office che non è di Word', en: 'an old Office document that is not a Word one' },
  'application/zip': { it: 'un archivio compresso', en: 'a compressed archive' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { it: 'un foglio Excel', en: 'an Excel sheet' },
  'application/vnd.ms-word.document.macroenabled.12': { it: 'un documento Word con macro', en: 'a Word document with macros' },
  'application/rtf': { it: 'un documento RTF', en: 'an RTF document' },
  'application/postscript': { it: 'un documento PostScript', en: 'a PostScript document' },
  'application/x-msdownload': { it: 'un programma', en: 'a program' },
  'text/html': { it: 'una pagina web', en: 'a web page' },
  'image/gif': { it: "un'immagine GIF", en: 'a GIF image' },
  'image/webp': { it: "un'immagine WebP", en: 'a WebP image' },
  'image/heic': { it: "un'immagine HEIC", en: 'a HEIC image' },
  'image/tiff': { it: "un'immagine TIFF", en: 'a TIFF image' },
};

/** What a field takes. */
export interface FileRules {
  types: readonly FileType[];
  /** In bytes. */
  maxBytes: number;
  maxFiles: number;
}

/** What every upload may be until its service says otherwise (TIC-07): JPEG, PDF or DOC, of 5 MB at most. */
export const defaultFileRules: FileRules = {
  types: ['image/jpeg', 'application/pdf', 'application/msword'],
  maxBytes: 5 * 1024 * 1024,
  maxFiles: 10,
};

/** What the picture of a profile may be (IDE-15). */
export const pictureRules: FileRules = { types: ['image/jpeg', 'image/png'], maxBytes: 5 * 1024 * 1024, maxFiles: 1 };

/** What a field of a form takes; one file where the form does not say how many. */
export const rulesOfField = (field: {
  types?: FileType[] | undefined;
  maxBytes?: number | undefined;
  maxFiles?: number | undefined;
}): FileRules => ({
  types: field.types ?? defaultFileRules.types,
  maxBytes: field.maxBytes ?? defaultFileRules.maxBytes,
  maxFiles: field.maxFiles ?? 1,
});

/** The ending of a name in lower case with its dot, or '' when there is none. */
export const endingOf = (name: string): string => /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';

/** The endings of kinds, all of each, for people. */
export const endingsOf = (types: readonly FileType[]): string => types.flatMap((type) => fileKinds[type].endings).join(', ');

/** The kind that the ending of a name stands for; undefined when it stands for none of ours. */
const kindNamed = (name: string): FileType | undefined =>
  fileTypes.find((type) => (fileKinds[type].endings as readonly string[]).includes(endingOf(name)));

/**
 * A name with the ending of what the file is: a program of the reader's opens it by that. An ending that means something else goes (`x.html`,
 * `a.pdf.exe`); what only looks like one (`Delibera n.12`) stays.
 */
export function nameOfKind(name: string, type: FileType): string {
  const { endings } = fileKinds[type];
  const fits = (text: string) => (endings as readonly string[]).includes(endingOf(text));
  if (fits(name)) return name;
  const stem = name.replace(/\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}$/i, '') || name;
  return fits(stem) ? stem : stem + endings[0];
}

/**
 * `1,4 MB`: the size of a file and the limit for it, said in one way. A megabyte has 1024 × 1024 bytes. Rounded up to a tenth of a megabyte,
 * or to a kilobyte, so that a file that is too large never has the size of the limit.
 */
export function sizeInWords(bytes: number, language: Language): string {
  const up = (value: number, digits: number) =>
    new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', { maximumFractionDigits: digits, roundingMode: 'ceil' }).format(value);
  if (bytes < 1024) return `${up(bytes, 0)} byte`;
  if (bytes <= 1023 * 1024) return `${up(bytes / 1024, 0)} KB`;
  return `${up(bytes / 1024 / 1024, 1)} MB`;
}

export type RefusalReason = 'empty' | 'too-big' | 'wrong-type' | 'misnamed' | 'infected';

export interface FileRefusal {
  reason: RefusalReason;
  /** As the sender calls it. */
  name: string;
  /** How large the file is, where it is known to the end. */
  sizeBytes?: number | undefined;
  /** Media type of what the bytes are, if it is known. */
  found?: string | undefined;
  rules: Pick<FileRules, 'types' | 'maxBytes'>;
}

/** Why a file of this kind and name is not taken; undefined when it is. */
export function refusalOf(found: string | undefined, name: string, types: readonly FileType[]): 'wrong-type' | 'misnamed' | undefined {
  if (!types.some((type) => type === found)) return 'wrong-type';
  const named = kindNamed(name);
  return named === undefined || named === found ? undefined : 'misnamed';
}

/** For the sender: what the file is, what its name says, and what would have been taken (TIC-07). */
export function tellRefusal({ reason, name, sizeBytes, found, rules }: FileRefusal, language: Language): string {
  const isItalian = language === 'it';
  const most = sizeInWords(rules.maxBytes, language);
  const formats = isItalian ? `Formati ammessi: ${endingsOf(rules.types)}.` : `Accepted formats: ${endingsOf(rules.types)}.`;
  const is = found === undefined ? undefined : (fileKinds[found as FileType]?.is ?? otherKinds[found])?.[language];
  const named = kindNamed(name);
  const says =
    named && named !== found ? (isItalian ? `, il nome dice ${fileKinds[named].name}` : `, its name says ${fileKinds[named].name}`) : '';
  switch (reason) {
    case 'empty':
      return isItalian ? 'Il file è vuoto.' : 'The file is empty.';
    case 'too-big':
      if (sizeBytes !== undefined) {
        const size = sizeInWords(sizeBytes, language);
        return isItalian ? `Il file è di ${size}: la dimensione massima è di ${most}.` : `The file is ${size}: the maximum is ${most}.`;
      }
      return isItalian ? `Il file supera la dimensione massima di ${most}.` : `The file is larger than the maximum of ${most}.`;
    case 'infected':
      return isItalian
        ? 'Il file contiene codice dannoso e non può essere accettato.'
        : 'The file contains malicious code and cannot be accepted.';
    case 'misnamed':
      return isItalian
        ? `Il file è ${is}${says}: correggi il nome o scegli un altro file.`
        : `The file is ${is}${says}: correct the name or choose another file.`;
    case 'wrong-type': {
      const what = is
        ? isItalian
          ? `Il file è ${is}`
          : `The file is ${is}`
        : isItalian
          ? 'Il contenuto del file non è di un formato ammesso'
          : 'The content of the file is not in an accepted format';
      return `${what}${says}. ${formats}`;
    }
  }
}
