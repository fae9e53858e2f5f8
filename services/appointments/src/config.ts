import { CommonConfig, Secrets } from '@sportello/service/config';
import type { z } from 'zod';

export const Config = CommonConfig.safeExtend({
  /** Signs the links by which people who are not signed in open their appointments. */
  FILES_SECRET: Secrets,
});
export type Config = z.infer<typeof Config>;
