import { useText } from '@sportello/ui/i18n';

/** The tags of a practice, to be read. */
export const Tags = ({ tags }: { tags: readonly string[] }) => {
  const text = useText();
  if (tags.length === 0) return null;
  return (
    <ul className="sc-tags" aria-label={text('tags.title')}>
      {tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  );
};
