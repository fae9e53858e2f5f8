import { z } from 'zod';

/** The kinds of file in which a table can be had. */
export const ExportFormat = z
  .enum(['csv', 'xlsx', 'ods', 'json'])
  .meta({ description: 'The kind of file: CSV with semicolons, Excel, OpenDocument, JSON', examples: ['xlsx'] });
export type ExportFormat = z.infer<typeof ExportFormat>;
