import { pictureRules, sizeInWords, tellRefusal } from '@sportello/forms/file-kinds';
import { askPath, keyOf } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { useLanguage, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { acceptOf, refusalOfFile } from '@sportello/ui/look-at-file';
import { Panel } from '@sportello/ui/panel';
import { type Account, useSessionRefresh } from '@sportello/ui/session';
import { upload } from '@sportello/ui/upload';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';

/** The one picture of the profile, replaced or taken away (IDE-15). */
export const Picture = ({ account }: { account: Account }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const refresh = useSessionRefresh();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [done, setDone] = useState<{ words: string; count: number } | null>(null);
  const tell = async (words: string) => {
    setDone((before) => ({ words, count: (before?.count ?? 0) + 1 }));
    await Promise.all([refresh(), client.invalidateQueries({ queryKey: keyOf('rpc.identity.get-account.v1') })]);
  };
  const send = useMutation({
    mutationFn: (file: File) => upload<unknown>('/api/v1/account/picture', file, () => undefined).done,
    onSuccess: () => tell('profile.picture.saved'),
  });
  const remove = useMutation({
    mutationFn: () => askPath<unknown>('DELETE', '/api/v1/account/picture'),
    onSuccess: () => tell('profile.picture.removed'),
  });
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const refusal = await refusalOfFile(file, pictureRules);
    setRefused(refusal && tellRefusal(refusal, language));
    if (!refusal) send.mutate(file);
  };
  return (
    <Panel className="sp-picture" aria-labelledby="immagine">
      <h2 id="immagine" className="h5">
        {text('profile.picture')}
      </h2>
      <div className="sp-picture-frame">
        {account.pictureKey ? (
          <img src={`/api/v1/account/picture?v=${encodeURIComponent(account.pictureKey)}`} alt={text('profile.picture.yours')} />
        ) : (
          <Icon name="it-user" className="icon-xl icon-secondary" />
        )}
      </div>
      <p id="immagine-regole" className="form-text">
        {text('profile.picture.rules', { size: sizeInWords(pictureRules.maxBytes, language) })}
      </p>
      <input
        ref={input}
        id="immagine-file"
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        accept={acceptOf(pictureRules)}
        onChange={({ currentTarget }) => {
          void choose(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <div className="sp-operations">
        <Button
          type="button"
          outline
          color="primary"
          size="sm"
          aria-describedby="immagine-regole"
          aria-disabled={send.isPending || undefined}
          onClick={() => input.current?.click()}
        >
          {send.isPending ? text('ui.wait') : text('profile.picture.load')}
        </Button>
        {account.pictureKey && (
          <Button type="button" outline color="danger" size="sm" onClick={() => remove.mutate()}>
            {text('profile.picture.remove')}
          </Button>
        )}
      </div>
      {done && <Done of={done.count}>{text(done.words)}</Done>}
      {refused && <p className="sp-error">{refused}</p>}
      {(send.error ?? remove.error) && <ErrorNote error={send.error ?? remove.error} />}
    </Panel>
  );
};
