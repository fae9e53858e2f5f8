import { z } from 'zod';
import { rpc, Text } from '../contract.js';
import { notFound } from '../problems.js';

export const ExplainedProblem = z.object({
  type: z.string().meta({ description: 'By which it is named', examples: ['practice-not-draft'] }),
  status: z.int().meta({ description: 'HTTP status', examples: [409] }),
  title: Text.describe('What happened'),
  explanation: Text.describe('What it means and what to do about it'),
});

export const explainProblem = rpc({
  subject: 'rpc.gateway.explain-problem.v1',
  http: 'GET /problems/{type}',
  permission: 'status:read',
  beforePolicy: true,
  summary: 'Tells what a type of problem means',
  input: z.strictObject({
    type: z
      .string()
      .max(100)
      .regex(/^[a-z0-9-]+$/)
      .meta({ description: 'The last part of the address under `type`', examples: ['forbidden'] }),
  }),
  output: ExplainedProblem,
  problems: [notFound],
});
