// What the page must know of a chart before its library is loaded: whether there is one, and how high.

/** Whether there is nothing to draw. */
export function isEmpty(model) {
  return model.kind === 'timeline' ? !model.points?.length
    : !(model.series ?? []).some(series => series.values?.some(value => typeof (value?.low ?? value?.high ?? value) === 'number'));
}

/** Height in pixels that a model needs: known before the library is loaded, so that the page does not jump. */
export function heightOf(model) {
  if (isEmpty(model)) return 96;
  const rows = model.kind === 'timeline' ? lanes(model).length : model.categories.length;
  const grouped = model.kind === 'ladder' || model.kind === 'bars';
  const row = model.kind === 'timeline' ? 56 : grouped ? Math.max(34, 19 * model.series.length + 12) : 40;
  return rows * row + 46;
}

/** Rows of a timeline, in order of appearance. */
export const lanes = model => [...new Set((model.points ?? []).map(point => point.lane))];
