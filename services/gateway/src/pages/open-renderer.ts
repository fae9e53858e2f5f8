import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '@sportello/contracts/contract';
import { contracts } from '@sportello/contracts/registry';
import { visitor } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import type { Config } from '../config.js';
import type { OwnAnswer } from '../own-answers.js';
import { isForVisitors, ownAnswers } from '../routes.js';
import { Renderer } from './renderer.js';

/** What a page may ask while it is rendered: what anybody may read over the network. */
const readable = new Map(
  contracts
    .filter((contract) => contract.http?.startsWith('GET ') && isForVisitors(contract))
    .map((contract) => [contract.subject as string, contract]),
);

/** Renders the portal's pages by the program that its build has left beside them; it is loaded with the first page. */
export function openRenderer({ WEB_ROOT }: Config, bus: Bus): Renderer {
  const built = join(WEB_ROOT, 'portal', 'dist');
  const setting = {
    program: pathToFileURL(join(built, 'server', 'server.js')).href,
    templates: { it: readFileSync(join(built, 'index.html'), 'utf8'), en: readFileSync(join(built, 'index.en.html'), 'utf8') },
  };
  return new Renderer(setting, async (subject, input, language) => {
    const contract = readable.get(subject);
    if (!contract) throw new Error(`${subject} is not for everybody`);
    const own = ownAnswers.get(contract);
    if (own) return answerOf(own, input, language);
    const { body, problem } = await bus.ask(contract, JSON.stringify(input), visitor(language));
    return { body, ...(problem !== undefined && { problem }) };
  });
}

/** What the gateway answers by itself, or its refusal, as the bus would bring it. */
function answerOf(own: OwnAnswer, input: object, language: Language): { body: Uint8Array; problem?: number } {
  try {
    return { body: own.answer(input, language) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { body: Buffer.from(JSON.stringify(error.document(language))), problem: error.problem.status };
  }
}
