import { Secrets } from '@sportello/service/config';
import { z } from 'zod';

/** Variables of a service that keeps files. */
export const FilesConfig = z.object({
  /** Where files are kept: `file:///folder` or `s3://bucket?region=…`. */
  STORAGE_URL: z.url(),
  /** Sign the addresses of downloads, with commas between them: the first signs. The gateway has the same. */
  FILES_SECRET: Secrets,
});
export type FilesConfig = z.infer<typeof FilesConfig>;
