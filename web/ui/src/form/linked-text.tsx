/** A text of a form: paragraphs at blank lines, addresses that begin with https:// become links. */
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

/** The same without paragraphs, for labels. */
export const Linked = ({ text }: { text: string }) => (
  <>
    {text.split(/(https:\/\/[^\s)]+[^\s).,;:])/).map((part, index) =>
      part.startsWith('https://') ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
        <a key={index} href={part} target="_blank" rel="noreferrer" className="sp-break">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </>
);
