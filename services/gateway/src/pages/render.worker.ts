import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, Program, RenderSetting, ToThread } from './render-messages.js';

/** Renders the portal's pages: the gateway's own thread never does. */
const port = parentPort;
if (!port) throw new Error('This is the program of a thread');
const { program, templates } = workerData as RenderSetting;
const { render } = (await import(program)) as Program;

type Answer = Extract<ToThread, { kind: 'answer' }>;
const questions = new Map<number, (answer: Answer) => void>();
let asked = 0;
const say = (message: FromThread) => port.postMessage(message);
say({ kind: 'ready' });

port.on('message', (message: ToThread) => {
  if (message.kind === 'answer') {
    questions.get(message.question)?.(message);
    questions.delete(message.question);
    return;
  }
  const { page, url, origin, visitor } = message;
  render({ url, origin, visitor, templates }, async (subject, input, language) => {
    asked += 1;
    const question = asked;
    const { body, problem } = await new Promise<Answer>((give) => {
      questions.set(question, give);
      say({ kind: 'question', page, question, subject, input, language });
    });
    return { body: JSON.parse(Buffer.from(body).toString()) as unknown, problem };
  }).then(
    (rendered) => say({ kind: 'page', page, ...rendered }),
    (error: unknown) => say({ kind: 'failure', page, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
