import { expect, test } from '@jest/globals';
import { addView, parseViews, removeView } from './views.js';

test('a view is kept by its name, and the same name again replaces it', () => {
  const views = addView(addView([], { name: 'Da prendere', query: 'queue=waiting' }), { name: 'Mie', query: 'queue=mine' });
  const changed = addView(views, { name: 'Da prendere', query: 'queue=waiting&status=submitted' });
  expect(parseViews(JSON.stringify(changed))).toEqual([
    { name: 'Mie', query: 'queue=mine' },
    { name: 'Da prendere', query: 'queue=waiting&status=submitted' },
  ]);
  expect(removeView(changed, 'Mie').map(({ name }) => name)).toEqual(['Da prendere']);
});

test('what another version or another hand left in the browser shows no view instead of an error', () => {
  for (const kept of [null, '', '{', 'null', '3', '{"name":"x"}', '[{"name":1,"query":"a"},null]']) expect(parseViews(kept)).toEqual([]);
});

test('the oldest views give way', () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ name: `v${n}`, query: '' })).reduce(addView, parseViews(null));
  expect(many).toHaveLength(30);
  expect(many.at(-1)?.name).toBe('v39');
});
