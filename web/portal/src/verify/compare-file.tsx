import { Done } from '@sportello/ui/done';
import { useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { ReadFile } from '@sportello/ui/read-file';
import { type DragEvent, useState } from 'react';

const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

type Result = { name: string; is: 'same' | 'different' | 'unreadable'; count: number };

/** Compares somebody's own copy with what was issued. The browser reads it: the file goes nowhere. */
export const CompareFile = ({ sha256 }: { sha256: string }) => {
  const text = useText();
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
      <ReadFile choose={text('verify.compare.choose')} describedBy="confronta-come" onFile={(file) => void compare(file)} />
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
