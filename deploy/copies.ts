import { topology } from '@sportello/contracts/topology';
import { databaseServices } from './services.ts';
import { environmentOfRunning, findRunning, runCommand } from './stack.ts';
import { explain } from './steps.ts';

/** Counts the copies that each running service keeps of others' rows against their owners. Ends with 1 when something differs. */
if (!findRunning()) {
  console.error('Sportello does not run here. Start it first: npm start');
  process.exit(1);
}
let isGood = true;
// Only who consumes rows told whole keeps copies of them; to start the others would take longer than all the counting.
const keepers = databaseServices.filter((service) => topology[service].consumes.some(({ key }) => key !== undefined));
for (const service of keepers) {
  try {
    process.stdout.write(await runCommand(service, ['copies'], environmentOfRunning(service)));
  } catch (error) {
    isGood = false;
    console.error(explain(error));
  }
}
process.exit(isGood ? 0 : 1);
