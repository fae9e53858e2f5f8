import { type Ref, useId } from 'react';

interface TickProps {
  field?: Ref<HTMLInputElement>;
  label: string;
  isChecked: boolean;
  /** Why it must be ticked, once it was forgotten. */
  mistake?: string;
  onChange: (isChecked: boolean) => void;
}

/** A box to tick that names what is confirmed. */
export const Tick = ({ field, label, isChecked, mistake, onChange }: TickProps) => {
  const id = useId();
  return (
    <>
      <div className="sp-tick">
        <input
          ref={field}
          id={id}
          type="checkbox"
          className="sp-check"
          checked={isChecked}
          aria-required="true"
          aria-invalid={mistake ? true : undefined}
          aria-describedby={mistake ? `${id}-mistake` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      {mistake && (
        <p id={`${id}-mistake`} className="sp-error">
          {mistake}
        </p>
      )}
    </>
  );
};
