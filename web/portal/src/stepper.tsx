import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';

interface StepperProps {
  steps: readonly { key: string; title: string }[];
  current: number;
  onGo: (index: number) => void;
}

/** The named steps of a form (CAT-18): the ones already passed lead back. */
export const Stepper = ({ steps, current, onGo }: StepperProps) => {
  const text = useText();
  return (
    <nav className="sp-stepper" aria-label={text('stepper.steps')}>
      <ol>
        {steps.map(({ key, title }, index) => (
          <li
            key={key}
            className={index === current ? 'is-current' : index < current ? 'is-done' : ''}
            aria-current={index === current ? 'step' : undefined}
          >
            {index < current ? (
              <button type="button" onClick={() => onGo(index)}>
                <Icon name="it-check" className="icon-sm icon-primary me-1" />
                {title}
                <span className="visually-hidden"> ({text('stepper.step.done')})</span>
              </button>
            ) : (
              <span>{title}</span>
            )}
          </li>
        ))}
      </ol>
      <p className="sp-stepper-index">
        <span className="visually-hidden">{text('stepper.step.of', { step: current + 1, steps: steps.length })}</span>
        <span aria-hidden="true">
          {current + 1}/{steps.length}
        </span>
      </p>
    </nav>
  );
};
