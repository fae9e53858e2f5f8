import { fold } from '@sportello/italy/search-words';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../i18n.js';
import { matching, type Option } from './values.js';

interface AutocompleteProps {
  id: string;
  value: string | undefined;
  options: readonly Option[];
  isDisabled?: boolean;
  isInvalid?: boolean;
  isRequired?: boolean;
  describedBy?: string;
  placeholder?: string;
  onChange: (value: string | undefined) => void;
  onBlur: () => void;
}

/** The tallest list, and the least room for which it opens upwards instead. Pixels. */
const tallest = 288;
const least = 160;

/** One choice out of many by typing some of its letters: the combobox pattern of ARIA, with a list that only filters. */
export const Autocomplete = (props: AutocompleteProps) => {
  const { id, value, options, onChange } = props;
  const text = useText();
  const chosen = options.find((option) => option.value === value);
  const [typed, setTyped] = useState(chosen?.label ?? '');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const label = chosen?.label;
  useEffect(() => {
    if (label !== undefined) setTyped(label);
    else if (value === undefined && document.activeElement?.id !== id) setTyped('');
  }, [label, value, id]);
  const hits = matching(options, typed === label ? '' : typed);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  // The list opens where there is room for it: under the field, or over it when the window (or the keyboard of a telephone) ends there.
  const [isAbove, setAbove] = useState(false);
  useLayoutEffect(() => {
    const field = isOpen ? document.getElementById(id)?.getBoundingClientRect() : undefined;
    if (!field || !list.current) return;
    const [above, below] = [field.top, (visualViewport?.height ?? innerHeight) - field.bottom];
    const opensUp = below < least && above > below;
    setAbove(opensUp);
    list.current.style.maxHeight = `${Math.max(least / 2, Math.min(tallest, (opensUp ? above : below) - 8))}px`;
  }, [isOpen, id]);

  const choose = (option: Option) => {
    setTyped(option.label);
    setOpen(false);
    setActive(-1);
    onChange(option.value);
  };
  const type = (words: string) => {
    setTyped(words);
    setOpen(true);
    setActive(-1);
    const exact = options.filter((option) => fold(option.label) === fold(words));
    onChange(exact.length === 1 ? exact[0]?.value : undefined);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + hits.length) % Math.max(1, hits.length));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const option = hits[active] ?? (hits.length === 1 ? hits[0] : undefined);
      if (option) choose(option);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const listId = `${id}-voci`;
  return (
    <div className={isAbove ? 'sp-combobox is-above' : 'sp-combobox'}>
      <input
        id={id}
        type="text"
        role="combobox"
        className={`form-control ${props.isInvalid ? 'is-invalid' : ''}`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        disabled={props.isDisabled}
        placeholder={props.placeholder}
        aria-expanded={isOpen && hits.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && hits[active] ? `${id}-voce-${active}` : undefined}
        aria-required={props.isRequired || undefined}
        aria-invalid={props.isInvalid || undefined}
        aria-describedby={props.describedBy}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onBlur={() => {
          setOpen(false);
          props.onBlur();
        }}
      />
      <div id={listId} ref={list} role="listbox" aria-label={text('ui.form.options')} hidden={!isOpen || hits.length === 0}>
        {hits.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
          <div
            key={option.value}
            id={`${id}-voce-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === value}
            className={index === active ? 'is-active' : ''}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {option.label}
          </div>
        ))}
      </div>
      {isOpen && hits.length === 0 && <p className="form-text sp-combobox-none">{text('ui.form.noOption')}</p>}
    </div>
  );
};
