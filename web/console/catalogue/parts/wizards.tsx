import { useSay } from '@sportello/ui/i18n';
import { StepHeading, Stepper, WizardBar } from '@sportello/ui/wizard';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { State } from '../state.js';

const steps = [
  { key: 'book', title: { it: 'Libro', en: 'Book' } },
  { key: 'reader', title: { it: 'Lettore', en: 'Reader' } },
  { key: 'check', title: { it: 'Verifica', en: 'Check' } },
];

export const Wizards = () => {
  const say = useSay();
  const [current, setCurrent] = useState(1);
  const named = steps.map(({ key, title }) => ({ key, title: say(title) }));
  return (
    <>
      <State name={{ it: 'Passo fra altri', en: 'Step among others' }}>
        <Stepper steps={named} current={current} onGo={setCurrent} />
        <StepHeading>{named[current]?.title}</StepHeading>
        <WizardBar
          leave={{ label: say({ it: 'Esci', en: 'Leave' }), onPress: () => setCurrent(0) }}
          onPrevious={current > 0 ? () => setCurrent(current - 1) : undefined}
          next={say({ it: 'Successivo', en: 'Next' })}
          onNext={() => setCurrent(Math.min(current + 1, steps.length - 1))}
        >
          <Button type="button" outline color="primary">
            {say({ it: 'Salva', en: 'Save' })}
          </Button>
        </WizardBar>
      </State>
      <State name={{ it: 'In attesa', en: 'Waiting' }}>
        <WizardBar next={say({ it: 'Attendi', en: 'Wait' })} isWaiting onNext={() => undefined} />
      </State>
    </>
  );
};
