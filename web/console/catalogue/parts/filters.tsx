import { useAddressWords } from '@sportello/ui/address-words';
import { FilterBar, FilterChips } from '@sportello/ui/filter-bar';
import { useSay } from '@sportello/ui/i18n';
import { SavedViews } from '@sportello/ui/saved-views';
import { SelectField } from '@sportello/ui/text-field';
import { useState } from 'react';
import { words } from '../rows.js';
import { State } from '../state.js';

export const Filters = () => {
  const say = useSay();
  const [search, setSearch] = useAddressWords();
  const [reader, setReader] = useState('');
  const label = say({ it: 'Cerca per titolo', en: 'Search by title' });
  return (
    <>
      <State name={{ it: 'Ricerca e filtri', en: 'Search and filters' }}>
        <FilterBar search={{ label, words: search, onSearch: setSearch }}>
          <SelectField
            label={say(words.reader)}
            value={reader}
            options={[{ value: '', label: say({ it: 'Tutti', en: 'All' }) }]}
            onChange={setReader}
          />
        </FilterBar>
        <FilterChips
          filters={[{ key: 'reader', words: `${say(words.reader)}: Maria Rossi`, onRemove: () => undefined }]}
          onRemoveAll={() => undefined}
        />
      </State>
      <State name={{ it: 'Sola ricerca', en: 'Search alone' }}>
        <FilterBar search={{ label, words: search, onSearch: setSearch }} />
      </State>
      <State name={{ it: 'Viste salvate', en: 'Saved views' }}>
        <SavedViews
          path="/filtri"
          query={search ? new URLSearchParams({ q: search }).toString() : ''}
          views={[
            { id: '1', name: say({ it: 'Prestiti scaduti', en: 'Overdue loans' }), query: 'q=scaduto', from: null, mayRemove: true },
            { id: '2', name: say({ it: 'Nuovi lettori', en: 'New readers' }), query: 'q=nuovo', from: 'Maria Rossi', mayRemove: false },
          ]}
          scopes={[
            { value: 'mine', label: say({ it: 'Solo io', en: 'Only me' }) },
            { value: 'office', label: say({ it: 'Il mio ufficio', en: 'My office' }) },
          ]}
          onSave={async () => undefined}
          onRemove={async () => undefined}
        />
      </State>
    </>
  );
};
