import { asProse } from '@sportello/italy/typed-text';
import { useText } from '@sportello/ui/i18n';
import { useRef, useState } from 'react';
import { type DraftPlace, useDraft } from '../../drafts.js';

/** A text that must be there before it is sent. */
export const useReason = (practiceId: string, place: DraftPlace) => {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useDraft(practiceId, place);
  const [isMissing, setMissing] = useState(false);
  return {
    words,
    forget: () => setWords(''),
    /** True when it may be sent; else the field says what it lacks and takes the focus. */
    check: () => {
      const isEmpty = asProse(words) === '';
      setMissing(isEmpty);
      if (isEmpty) field.current?.focus();
      return !isEmpty;
    },
    props: {
      field,
      value: words,
      isRequired: true,
      mistake: isMissing ? text('dialog.reason.missing') : null,
      onChange: (value: string) => {
        setWords(value);
        setMissing(false);
      },
    },
  };
};
