import { Done } from '@sportello/ui/done';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Panel } from '@sportello/ui/panel';
import { Button } from 'design-react-kit';
import { type DragEvent, useRef, useState } from 'react';

const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

type Result = { name: string; is: 'same' | 'different' | 'unreadable'; count: number };

/** Compares somebody's own copy with what was issued. The browser reads it: the file goes nowhere. */
export const CompareFile = ({ sha256 }: { sha256: string }) => {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<Result | null>(null);
  const compare = async (file: File | undefined) => {
    if (!file) return;
    let is: Result['is'] = 'unreadable';
    try {
      is = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())) === sha256 ? 'same' : 'different';
    } catch {
      // It was moved or is a folder; the page says so.
    }
    setResult((before) => ({ name: file.name, is, count: (before?.count ?? 0) + 1 }));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void compare(event.dataTransfer.files[0]);
  };
  return (
    <Panel aria-labelledby="confronta" onDragOver={(event: DragEvent) => event.preventDefault()} onDrop={drop}>
      <h3 id="confronta" className="h5">
        {text('verify.compare')}
      </h3>
      <p id="confronta-come">{text('verify.compare.detail')}</p>
      <input
        ref={input}
        id="confronta-file"
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ currentTarget }) => {
          void compare(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <Button type="button" outline color="primary" aria-describedby="confronta-come" onClick={() => input.current?.click()}>
        <Icon name="it-file" className="icon-sm icon-primary me-2" />
        {text('verify.compare.choose')}
      </Button>
      {result?.is === 'same' && (
        <div className="mt-3">
          <Done of={result.count}>{text('verify.compare.same', { name: result.name })}</Done>
        </div>
      )}
      {result && result.is !== 'same' && (
        <div className="alert alert-danger mt-3" role="alert">
          {text(`verify.compare.${result.is}`, { name: result.name })}
        </div>
      )}
    </Panel>
  );
};
