import { Button } from 'design-react-kit';
import type { ReactNode, Ref } from 'react';
import { useText } from './i18n.js';
import { Icon } from './icon.js';
import './wizard.css';

interface StepperProps {
  steps: readonly { key: string; title: string }[];
  current: number;
  onGo: (index: number) => void;
}

/** The named steps of a form (CAT-18): the ones already passed lead back. */
export const Stepper = ({ steps, current, onGo }: StepperProps) => {
  const text = useText();
  return (
    <nav className="sp-stepper" aria-label={text('ui.wizard.steps')}>
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
                <span className="visually-hidden"> ({text('ui.wizard.done')})</span>
              </button>
            ) : (
              <span>{title}</span>
            )}
          </li>
        ))}
      </ol>
      <p className="sp-stepper-index">
        <span className="visually-hidden">{text('ui.wizard.step', { step: current + 1, steps: steps.length })}</span>
        <span aria-hidden="true">
          {current + 1}/{steps.length}
        </span>
      </p>
    </nav>
  );
};

/** What a step is called, above its fields. @param ref for whoever gives it the focus when the step changes */
export const StepHeading = ({ ref, children }: { ref?: Ref<HTMLHeadingElement>; children: ReactNode }) => (
  <h2 ref={ref} tabIndex={-1} className="h3 sp-step-heading">
    {children}
  </h2>
);

interface WizardBarProps {
  /** The way out of the whole, where there is one beside that of the page. */
  leave?: { label: string; onPress: () => void } | undefined;
  onPrevious?: (() => void) | undefined;
  /** What the next step is called. */
  next: string;
  /** True while the next step waits for something on its way. */
  isWaiting?: boolean;
  /** Without it the press sends the form in which the bar stands. */
  onNext?: (() => void) | undefined;
  /** Beside the next step, such as saving. */
  children?: ReactNode;
}

/** The ways out of a step: out of the form at the left, the next step at the right, on a telephone under the thumb. */
export const WizardBar = ({ leave, onPrevious, next, isWaiting = false, onNext, children }: WizardBarProps) => {
  const text = useText();
  return (
    <div className="sp-wizard-bar">
      {leave ? (
        <Button type="button" color="link" onClick={leave.onPress}>
          {leave.label}
        </Button>
      ) : (
        <span />
      )}
      {onPrevious && (
        <Button type="button" outline color="primary" onClick={onPrevious}>
          {text('ui.wizard.previous')}
        </Button>
      )}
      {children}
      <Button type={onNext ? 'button' : 'submit'} color="primary" aria-disabled={isWaiting || undefined} onClick={onNext}>
        {next}
      </Button>
    </div>
  );
};
