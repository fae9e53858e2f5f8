import { z } from 'zod';

/** @throws Error that names each variable that is missing or wrong, without its value */
export function readEnvironment<S extends z.ZodRawShape>(shape: S): z.output<z.ZodObject<S>> {
  const read = z.object(shape).safeParse(process.env);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n');
  throw new Error(`The environment is not complete:\n${wrong}`);
}

/** The variable that holds a secret of one service: `IDENTITY_DATABASE_PASSWORD`. */
export const variableOf = (name: string, what: string) => `${name.toUpperCase()}_${what}`;

/** The same secret of each of them, from the environment. */
export function passwordsOf<N extends string>(names: readonly N[], what: string): Record<N, string> {
  const shape = Object.fromEntries(names.map((name) => [variableOf(name, what), z.string().min(16)]));
  const read = readEnvironment(shape);
  return Object.fromEntries(names.map((name) => [name, read[variableOf(name, what)]])) as Record<N, string>;
}
