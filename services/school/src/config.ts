import { CommonConfig } from '@sportello/service/config';
import type { z } from 'zod';

export const Config = CommonConfig;
export type Config = z.infer<typeof Config>;
