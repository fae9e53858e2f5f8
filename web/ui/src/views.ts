/** A list as somebody wants it: its filters and its order, as the address says them. */
export interface View {
  name: string;
  query: string;
}

/** How many views of one list are kept: the oldest goes first. */
const most = 30;

const isView = (value: unknown): value is View =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'query' in value &&
  typeof value.query === 'string';

/** What was kept; nothing when it makes no sense. */
export const parseViews = (kept: string | null): readonly View[] => {
  try {
    const found: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(found) ? found.filter(isView) : [];
  } catch {
    return [];
  }
};

/** A view of the same name is replaced. */
export const addView = (views: readonly View[], view: View): readonly View[] => [...removeView(views, view.name), view].slice(-most);

export const removeView = (views: readonly View[], name: string): readonly View[] => views.filter((view) => view.name !== name);
