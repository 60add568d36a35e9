// Scales and figures of charts: pure functions.

const steps = [[1e12, 'tn'], [1e9, 'bn'], [1e6, 'm'], [1e3, 'k']];

/** An axis figure: $2bn, 350m, 12. */
export function figure(value, unit) {
  const [size, suffix] = steps.find(([step]) => Math.abs(value) >= step * 0.9995) ?? [1, ''];
  const number = `${+(value / size).toPrecision(3)}${suffix}`;
  return unit === 'USD' ? `$${number}` : number;
}

/** One value of a series as {low, high, open, text, n}; null where there is none. A bare number is exact. */
export function range(value, unit) {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return { low: value, high: value, open: false, text: figure(value, unit), n: null };
  const low = value.low ?? value.high;
  if (typeof low !== 'number') return null;
  const open = Boolean(value.open) || (value.low !== null && value.high === null);
  const high = value.high ?? low;
  return { low, high, open, text: value.text ?? figure(low, unit), n: value.n ?? null };
}

/**
 * The axis that fits some ranges. Amounts over more than two orders of magnitude get a logarithmic one: `to` maps a value on it, `from` maps back.
 * An open end reaches a fixed share of the axis beyond its low.
 */
export function axis(ranges) {
  const values = ranges.flatMap(({ low, high }) => [low, high]).filter(value => value > 0);
  const least = Math.min(...values), most = Math.max(...values);
  if (values.length && most / least > 50) {
    const min = Math.floor(Math.log10(least)), max = Math.ceil(Math.log10(most) + 0.15);
    return { log: true, min, max, ticks: max - min, to: value => Math.log10(Math.max(value, 10 ** min)), from: place => 10 ** place };
  }
  const { max, ticks } = niceMax(Math.max(0, ...values) * 1.1);
  return { log: false, min: 0, max, ticks, to: value => value, from: place => place };
}

/** A round upper end for a linear axis that starts at nought, and its number of steps. */
export function niceMax(value) {
  if (!(value > 0)) return { max: 1, ticks: 1 };
  const size = 10 ** Math.floor(Math.log10(value));
  const step = [0.2, 0.25, 0.5, 1, 2, 2.5].map(part => part * size).find(part => value / part <= 5.001);
  const ticks = Math.ceil(value / step - 1e-9);
  return { max: +(ticks * step).toPrecision(12), ticks };
}

/** Whole-number version of niceMax for counts. */
export function niceCount(value) {
  const { max, ticks } = niceMax(value);
  return max < 5 || !Number.isInteger(max / ticks) ? { max: Math.ceil(value), ticks: Math.min(5, Math.ceil(value)) } : { max, ticks };
}

/** Milliseconds of a date text; a date without a time is midnight UTC. */
export const day = text => Date.parse(text);
