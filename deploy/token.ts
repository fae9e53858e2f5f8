import { laboratoryToken } from './laboratory-token.ts';
import { findRunning } from './stack.ts';
import { explain } from './steps.ts';

const [username] = process.argv.slice(2);
const running = findRunning();
if (!username) fail('Whose token? For example: npm run token -- maria.rossi');
if (!running) fail('Sportello does not run here. Start it first: npm start');

console.log(await laboratoryToken(running.baseUrl, username).catch((error: unknown) => fail(explain(error))));

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
