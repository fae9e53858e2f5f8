import { defaultFileRules } from '@sportello/forms/file-kinds';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { useSay } from '@sportello/ui/i18n';
import { useState } from 'react';
import { State } from '../state.js';

export const Files = () => {
  const say = useSay();
  const [none, setNone] = useState<readonly AttachedFile[]>([]);
  const field = {
    label: say({ it: 'Allegati', en: 'Attachments' }),
    rules: defaultFileRules,
    practiceId: () => Promise.resolve(''),
    purpose: 'message' as const,
  };
  return (
    <State name={{ it: 'Caricamento, nessun file scelto', en: 'Upload, no file chosen' }}>
      <AttachmentField {...field} attachments={none} onChange={setNone} />
    </State>
  );
};
