import { z } from 'zod';
import { rpc } from '../contract.js';

const Place = z.object({
  code: z.string().meta({ description: 'ISTAT code', examples: ['001'] }),
  name: z.string().meta({ description: 'What it is called', examples: ['Torino'] }),
});

export const listRegions = rpc({
  subject: 'rpc.gateway.list-regions.v1',
  http: 'GET /regions',
  permission: 'territory:read',
  beforePolicy: true,
  summary: 'Lists the regions with their ISTAT codes',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Place).describe('In alphabetical order') }),
});

export const listProvinces = rpc({
  subject: 'rpc.gateway.list-provinces.v1',
  http: 'GET /provinces',
  permission: 'territory:read',
  beforePolicy: true,
  summary: 'Lists the provinces, all or of one region (ISTAT code of two digits)',
  input: z.strictObject({
    region: z
      .string()
      .max(2)
      .regex(/^\d{2}$/)
      .optional()
      .meta({ description: 'ISTAT code of a region, two digits', examples: ['01'] }),
  }),
  output: z.object({ items: z.array(Place).describe('In alphabetical order') }),
});

export const listComuni = rpc({
  subject: 'rpc.gateway.list-comuni.v1',
  http: 'GET /comuni',
  permission: 'territory:read',
  beforePolicy: true,
  summary: 'Lists the comuni of one province (ISTAT code of three digits)',
  input: z.strictObject({
    province: z
      .string()
      .max(3)
      .regex(/^\d{3}$/)
      .meta({ description: 'ISTAT code of a province, three digits', examples: ['001'] }),
  }),
  output: z.object({
    items: z
      .array(
        Place.extend({
          code: z.string().meta({ description: 'ISTAT code', examples: ['001272'] }),
          cadastralCode: z
            .string()
            .nullable()
            .meta({ description: 'Code of the comune in fiscal codes', examples: ['L219'] }),
          caps: z
            .array(z.string().regex(/^\d{5}$/))
            .meta({ description: 'Its postal codes, ascending; none where they are not known', examples: [['10121', '10122']] }),
        }),
      )
      .describe('In alphabetical order'),
  }),
});
