/** A text of a form: paragraphs at blank lines; addresses that begin with https:// and telephone numbers become links. */
export const LinkedText = ({ text, className }: { text: string; className?: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never move
      <p key={index} className={className}>
        <Linked text={paragraph} />
      </p>
    ))}
  </>
);

/** An Italian number as people write it, the prefix apart: `011 0824108`, `+39 011 0824108`. */
const phone = /(?<!\d)(?:\+39 )?[038]\d{1,3} \d{5,8}(?!\d)/;
const isPhone = new RegExp(`^${phone.source}$`);
const linked = new RegExp(`(https:\\/\\/[^\\s)]+[^\\s).,;:]|${phone.source})`);

/** A telephone number that is called by a press; without the prefix of its country it is an Italian one. */
export const PhoneLink = ({ number }: { number: string }) => {
  const digits = number.replaceAll(' ', '');
  return <a href={`tel:${digits.startsWith('+') ? digits : `+39${digits}`}`}>{number}</a>;
};

/** The same without paragraphs, for labels. */
export const Linked = ({ text }: { text: string }) => (
  <>
    {text.split(linked).map((part, index) => {
      if (part.startsWith('https://'))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
          <a key={index} href={part} target="_blank" rel="noreferrer" className="sp-break">
            {part}
          </a>
        );
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
      return isPhone.test(part) ? <PhoneLink key={index} number={part} /> : part;
    })}
  </>
);
