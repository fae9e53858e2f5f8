import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contracts } from '@sportello/contracts/registry';
import { visitor } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import type { Config } from '../config.js';
import { isForVisitors } from '../routes.js';
import { Renderer } from './renderer.js';

/** What a page may ask while it is rendered: what anybody may read over the network. */
const readable = new Map(
  contracts
    .filter((contract) => contract.http?.startsWith('GET ') && isForVisitors(contract))
    .map((contract) => [contract.subject as string, contract]),
);

/** Renders the portal's pages by the program that its build has left beside them; it is loaded with the first page. */
export function openRenderer({ WEB_ROOT, PUBLIC_URL }: Config, bus: Bus): Renderer {
  const built = join(WEB_ROOT, 'portal', 'dist');
  const setting = {
    program: pathToFileURL(join(built, 'server', 'server.js')).href,
    templates: { it: readFileSync(join(built, 'index.html'), 'utf8'), en: readFileSync(join(built, 'index.en.html'), 'utf8') },
    origin: new URL(PUBLIC_URL).origin,
  };
  return new Renderer(setting, async (subject, input, language) => {
    const contract = readable.get(subject);
    if (!contract) throw new Error(`${subject} is not for everybody`);
    const { body, problem } = await bus.ask(contract, JSON.stringify(input), visitor(language));
    return { body, ...(problem !== undefined && { problem }) };
  });
}
