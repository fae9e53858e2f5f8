import { type FileRefusal, type FileRules, fileKinds, refusalOf } from '@sportello/forms/file-kinds';

/** For the browser's dialog, which shows other files too if it is asked: it decides nothing. */
export const acceptOf = ({ types }: FileRules): string => types.flatMap((type) => [type, ...fileKinds[type].endings]).join(',');

/** Why a file would not be taken, by its bytes as the server sees them; null when nothing speaks against it. */
export async function refusalOfFile(file: File, rules: FileRules): Promise<FileRefusal | null> {
  const { name, size } = file;
  if (size === 0) return { reason: 'empty', name, rules };
  if (size > rules.maxBytes) return { reason: 'too-big', name, sizeBytes: size, rules };
  const { recogniseFile } = await import('@sportello/forms/recognise');
  const found = await recogniseFile(file);
  const reason = refusalOf(found, name, rules.types);
  return reason ? { reason, name, found, rules } : null;
}
