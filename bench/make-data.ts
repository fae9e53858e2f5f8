import { sizes, startWithPractices } from './data.ts';

const began = performance.now();
const say = (what: string) => console.log(`[${((performance.now() - began) / 1000).toFixed(1)} s] ${what}`);
for (const count of Object.values(sizes)) {
  const stack = await startWithPractices(count, say);
  await stack.stop();
  say(`${count} practices are there`);
}
