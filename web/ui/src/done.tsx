import { type ReactNode, useEffect, useRef } from 'react';

interface DoneProps {
  children: ReactNode;
  /** Changes with each thing that was done: the same words said again take the focus again. */
  of?: string | number;
}

/** What was just done. It stays, and takes the focus that what was pressed has lost: so it is read aloud, and the keyboard goes on from there. */
export const Done = ({ children, of }: DoneProps) => {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing was done, perhaps with the same words
  useEffect(() => box.current?.focus(), [of]);
  return (
    <div ref={box} tabIndex={-1} className="alert alert-success sp-done">
      {children}
    </div>
  );
};
