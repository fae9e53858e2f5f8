import { ProfileKind } from '@sportello/contracts/identity/people';
import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { Frozen } from '@sportello/ui/frozen';
import { useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { LeaveGuard } from '@sportello/ui/leave-guard';
import { Panel } from '@sportello/ui/panel';
import { profileWord } from '@sportello/ui/profile';
import { RichText, RichTextField } from '@sportello/ui/rich-text';
import { SaveBar } from '@sportello/ui/save-bar';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Tick } from '@sportello/ui/tick';
import { Button } from 'design-react-kit';
import { useEffect, useState } from 'react';

type Article = AnswerOf<'rpc.knowledge.get-own-article.v1'>;
type Topic = AnswerOf<'rpc.knowledge.list-own-topics.v1'>['items'][number];
type Asked = AskedOf<'rpc.knowledge.put-article.v1'>;
const languages = ['it', 'en'] as const;

/** What stands in the fields. */
interface Typed {
  topicId: string;
  categoryId: string;
  it: { title: string; body: string };
  en: { title: string; body: string };
  keywords: string;
  collectiveAuthor: string;
  reviewOn: string;
  audience: readonly ProfileKind[];
}

const nothing = { title: '', body: '' };
export const emptyArticle: Typed = {
  ...{ topicId: '', categoryId: '', it: nothing, en: nothing, keywords: '', collectiveAuthor: '', reviewOn: '', audience: [] },
};

export const typedOf = (article: Article): Typed => ({
  ...{ topicId: article.topicId, categoryId: article.categoryId ?? '', it: article.texts.it ?? nothing, en: article.texts.en ?? nothing },
  ...{ keywords: article.keywords.join(', '), collectiveAuthor: article.collectiveAuthor ?? '', reviewOn: article.reviewOn ?? '' },
  audience: article.audience,
});

const askedOf = (typed: Typed): Omit<Asked, 'id' | 'version'> => {
  const textOf = ({ title, body }: { title: string; body: string }) => (title.trim() === '' && body === '' ? null : { title, body });
  return {
    topicId: typed.topicId,
    categoryId: typed.categoryId || null,
    audience: [...typed.audience],
    collectiveAuthor: typed.collectiveAuthor.trim() || null,
    reviewOn: typed.reviewOn || null,
    keywords: typed.keywords
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
    texts: { it: textOf(typed.it), en: textOf(typed.en) },
  };
};

interface FormProps {
  id: string;
  /** Of what is shown; 0 for what is not there yet. */
  version: number;
  topics: readonly Topic[];
  initial: Typed;
  /** True while its state lets nobody write it. */
  isOff?: boolean;
  onDirty?: (isDirty: boolean) => void;
  onSaved: () => void;
}

/** The text of an article in both languages, and where it stands. Its HTML is cleaned when it is saved. */
export const ArticleForm = ({ id, version, topics, initial, isOff = false, onDirty, onSaved }: FormProps) => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const [saved, setSaved] = useState(initial);
  const [typed, setTyped] = useState(initial);
  /** The version that the words began from: what a colleague saved since is not written over unseen. */
  const [base, setBase] = useState(version);
  const save = useCommand('rpc.knowledge.put-article.v1', ['rpc.knowledge.get-own-article.v1', 'rpc.knowledge.list-own-articles.v1']);
  const touched = (Object.keys(typed) as (keyof Typed)[]).filter((key) => JSON.stringify(typed[key]) !== JSON.stringify(saved[key]));
  const isDirty = touched.length > 0;
  if (!isDirty && version > base) {
    setBase(version);
    setSaved(initial);
    setTyped(initial);
  }
  useEffect(() => onDirty?.(isDirty), [isDirty, onDirty]);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const send = async (): Promise<boolean> => {
    if (save.isPending || isOff) return false;
    const answer = await save.mutateAsync({ id, version: base, ...askedOf(typed) }).catch(() => null);
    if (!answer) return false;
    setBase(answer.version);
    setSaved(typedOf(answer));
    setTyped(typedOf(answer));
    return true;
  };
  const topic = topics.find((one) => one.id === typed.topicId);
  if (isOff && !isDirty) return <Reading texts={saved} />;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send().then((isSaved) => isSaved && onSaved());
      }}
    >
      {isOff && <p className="alert alert-info">{text('library.cannotSave')}</p>}
      <Frozen isFrozen={save.isPending || isOff}>
        <SelectField
          label={text('library.topic')}
          value={typed.topicId}
          options={[{ value: '', label: text('library.choose') }, ...topics.map(({ id: value, name }) => ({ value, label: say(name) }))]}
          onChange={(topicId) => change({ topicId, categoryId: '' })}
        />
        {topic && topic.categories.length > 0 && (
          <SelectField
            label={text('library.category')}
            value={typed.categoryId}
            options={[
              { value: '', label: text('library.category.none') },
              ...topic.categories.map(({ id: value, name }) => ({ value, label: say(name) })),
            ]}
            onChange={(categoryId) => change({ categoryId })}
          />
        )}
        {languages.map((one) => (
          <fieldset key={one}>
            <legend className="h5 px-0">{text(`library.text.${one}`)}</legend>
            <TextField
              label={text('library.titleOf')}
              value={typed[one].title}
              onChange={(title) => change({ [one]: { ...typed[one], title } })}
              input={{ maxLength: 200, lang: one }}
            />
            <RichTextField
              kind="article"
              label={text('library.body')}
              help={text('library.body.help')}
              value={typed[one].body}
              onChange={(body) => setTyped((now) => ({ ...now, [one]: { ...now[one], body } }))}
              language={one}
            />
          </fieldset>
        ))}
        <TextField
          label={text('library.keywords')}
          help={text('library.keywords.help')}
          value={typed.keywords}
          onChange={(keywords) => change({ keywords })}
          input={{ maxLength: 1_000 }}
        />
        <TextField
          label={text('library.collectiveAuthor')}
          help={text('library.collectiveAuthor.help')}
          value={typed.collectiveAuthor}
          onChange={(collectiveAuthor) => change({ collectiveAuthor })}
          input={{ maxLength: 100 }}
        />
        <TextField label={text('library.reviewOn')} value={typed.reviewOn} onChange={(reviewOn) => change({ reviewOn })} isDate />
        <fieldset>
          <legend className="h6 px-0">{text('library.audience')}</legend>
          <p className="form-text">{text('library.audience.help')}</p>
          {ProfileKind.options.map((kind) => (
            <Tick
              key={kind}
              label={profileWord(kind, language)}
              isChecked={typed.audience.includes(kind)}
              onChange={(isChecked) =>
                change({ audience: isChecked ? [...typed.audience, kind] : typed.audience.filter((other) => other !== kind) })
              }
            />
          ))}
        </fieldset>
      </Frozen>
      <SaveBar>
        {save.error ? <ErrorNote error={save.error} keepsWords /> : null}
        <Button type="submit" color="primary" aria-disabled={save.isPending || isOff || typed.topicId === '' || undefined}>
          {text(save.isPending ? 'ui.wait' : 'library.save')}
        </Button>
      </SaveBar>
      <LeaveGuard
        isDirty={isDirty && !save.isPending}
        fields={touched.map((key) => text(`library.field.${key}`))}
        onSave={send}
        onDiscard={() => setTyped(saved)}
      />
    </form>
  );
};

/** The texts of an article that nobody writes in now: whoever approves it reads them, marks words and follows links. */
const Reading = ({ texts }: { texts: Pick<Typed, 'it' | 'en'> }) => {
  const text = useText();
  return (
    <>
      <p className="alert alert-info">{text('library.cannotSave')}</p>
      {languages
        .filter((one) => texts[one].body !== '')
        .map((one) => (
          <Panel key={one} aria-label={text(`library.text.${one}`)}>
            <h2 className="h5" lang={one}>
              {texts[one].title}
            </h2>
            <RichText html={texts[one].body} language={one} />
          </Panel>
        ))}
    </>
  );
};
