import { FilesConfig } from '@sportello/casework/config';
import { CommonConfig } from '@sportello/service/config';
import type { z } from 'zod';

export const Config = CommonConfig.safeExtend(FilesConfig.shape);
export type Config = z.infer<typeof Config>;
