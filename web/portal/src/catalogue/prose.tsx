import { Linked } from '@sportello/ui/form/linked-text';

/** A text of a sheet: each line a paragraph, lines that begin with `- ` one list. */
export const Prose = ({ text }: { text: string }) => (
  <>
    {blocksOf(text).map((block, index) =>
      block.isList ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one text never move
        <ul key={index}>
          {block.lines.map((line) => (
            <li key={line}>
              <Linked text={line} />
            </li>
          ))}
        </ul>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one text never move
        <p key={index}>
          <Linked text={block.lines.join(' ')} />
        </p>
      ),
    )}
  </>
);

interface Block {
  isList: boolean;
  lines: string[];
}

const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const isList = line.startsWith('- ');
    const last = blocks.at(-1);
    const words = isList ? line.slice(2) : line;
    if (isList && last?.isList) last.lines.push(words);
    else blocks.push({ isList, lines: [words] });
  }
  return blocks;
};
