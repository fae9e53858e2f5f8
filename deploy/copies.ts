import { databaseServices } from './services.ts';
import { environmentOfRunning, findRunning, runCommand } from './stack.ts';
import { explain } from './steps.ts';

/** Counts the copies that each running service keeps of others' rows against their owners. Ends with 1 when something differs. */
if (!findRunning()) {
  console.error('Sportello does not run here. Start it first: npm start');
  process.exit(1);
}
let isGood = true;
for (const service of databaseServices) {
  try {
    process.stdout.write(await runCommand(service, ['copies'], environmentOfRunning(service)));
  } catch (error) {
    isGood = false;
    console.error(explain(error));
  }
}
process.exit(isGood ? 0 : 1);
