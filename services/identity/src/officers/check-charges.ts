import type { Input, ProblemType } from '@sportello/contracts/contract';
import { listCharges, MOST_COUNTED } from '@sportello/contracts/practices/charges';
import { service } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';

/**
 * Asks the practices service, which alone knows, what an officer or an office is in charge of.
 * @throws Problem `refusal` with the first numbers, when there is something
 */
export async function checkCharges(bus: Bus, holder: Input<typeof listCharges>, refusal: ProblemType): Promise<void> {
  const { count, numbers } = await bus.call(listCharges, holder, service);
  if (count === 0) return;
  const [some, more] = [numbers.join(', '), count > numbers.length ? '…' : ''];
  const many = count >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(count);
  throw new Problem(
    refusal,
    {
      it: `Pratiche in carico: ${many} (${some}${more})`,
      en: `Practices in charge: ${many} (${some}${more})`,
    },
    { numbers },
  );
}
