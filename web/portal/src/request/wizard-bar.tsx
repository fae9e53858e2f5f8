import { useText } from '@sportello/ui/i18n';
import { Button } from 'design-react-kit';

interface WizardBarProps {
  /** What the next step is called. */
  next: string;
  /** True while the next step waits for a file on its way. */
  isWaiting: boolean;
  isSaving: boolean;
  onLeave: () => void;
  onPrevious: (() => void) | undefined;
  onSave: () => void;
  onNext: () => void;
}

/** The ways out of a step: out of the form at the left, the next step at the right with the saving beside it. */
export const WizardBar = ({ next, isWaiting, isSaving, onLeave, onPrevious, onSave, onNext }: WizardBarProps) => {
  const text = useText();
  return (
    <div className="sp-wizard-bar">
      <Button type="button" color="link" onClick={onLeave}>
        {text('request.leave')}
      </Button>
      {onPrevious && (
        <Button type="button" outline color="primary" onClick={onPrevious}>
          {text('request.previous')}
        </Button>
      )}
      <Button type="button" outline color="primary" aria-disabled={isSaving || undefined} onClick={onSave}>
        {text('request.save')}
      </Button>
      <Button type="button" color="primary" aria-disabled={isWaiting || undefined} onClick={onNext}>
        {next}
      </Button>
    </div>
  );
};
