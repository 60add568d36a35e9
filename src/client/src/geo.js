// The map's arithmetic: no DOM, no Leaflet. Positions are [longitude, latitude]; boxes are {x, y, width, height} in pixels.

/** CSS class of a country's shade: five steps, or none where there is no value. */
export function levelClass(level) {
  return level === null || level === undefined || Number.isNaN(level) ? 'none' : `lv${Math.min(4, Math.max(0, Math.floor(level * 5)))}`;
}

/** What a screen reader says for a country. */
export function spoken({ name, label, lines }, noData = '') {
  const head = `${name}: ${label || noData}`.replace(/[.:\s]+$/, '');
  return lines?.length ? `${head}. ${lines.join(', ')}` : head;
}

/** A curve between two points, as latitude–longitude pairs for Leaflet; it bends to the left of the way by a share of its length. */
export function arc([x0, y0], [x1, y1], bend = 0.18, steps = 32) {
  const cx = (x0 + x1) / 2 - (y1 - y0) * bend, cy = (y0 + y1) / 2 + (x1 - x0) * bend;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps, u = 1 - t;
    return [u * u * y0 + 2 * u * t * cy + t * t * y1, u * u * x0 + 2 * u * t * cx + t * t * x1];
  });
}

/** Moves a position that lies outside the view to its edge. The Americas are east of Asia here: across the Pacific. */
export function clampToView([x, y], { west, south, east, north }, inset = { x: 0, y: 0 }) {
  const lon = x < -30 ? x + 360 : x;
  return [Math.min(east - inset.x, Math.max(west + inset.x, lon)), Math.min(north - inset.y, Math.max(south + inset.y, y))];
}

/** Stroke width of an arc: 1.5 to 5 pixels. */
export const arcWidth = weight => 1.5 + 3.5 * Math.min(1, Math.max(0, weight ?? 0));

const overlaps = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Puts labels where they fit. Each item has an anchor and variants, best first ({width, height}); each variant is tried over the anchor,
 * then below, above, right and left of it. The result holds {variant, x, y} (the box's corner) or null for each item that fits nowhere.
 */
export function placeLabels(items, { width, height }, taken = []) {
  const used = [...taken];
  return items.map(({ x, y, variants, gap = 6 }) => {
    for (const [variant, size] of variants.entries()) {
      const w = size.width, h = size.height;
      const corners = [[x - w / 2, y - h / 2], [x - w / 2, y + gap], [x - w / 2, y - h - gap], [x + gap, y - h / 2], [x - w - gap, y - h / 2]];
      for (const [left, top] of corners) {
        const box = { x: left, y: top, width: w, height: h };
        const inside = left >= 2 && top >= 2 && left + w <= width - 2 && top + h <= height - 2;
        if (inside && !used.some(other => overlaps(box, other))) {
          used.push(box);
          return { variant, x: left, y: top };
        }
      }
    }
    return null;
  });
}

/** Lowest and highest value on the map, or null where there is none. */
export function extent(countries) {
  const values = countries.map(country => country.value).filter(value => typeof value === 'number');
  return values.length ? [Math.min(...values), Math.max(...values)] : null;
}

/** A short figure in the page's language. */
export function compact(value, unit, language) {
  const number = new Intl.NumberFormat(language || 'en', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  return unit ? `${number} ${unit}` : number;
}
