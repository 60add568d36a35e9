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

/** Where a place is marked: at itself, or at the view's edge when it lies outside. */
export function markAt(position, view, inset) {
  const at = clampToView(position, view), isInside = at[0] === position[0] && at[1] === position[1];
  return isInside ? { position, isBeyond: false } : { position: clampToView(position, view, inset), isBeyond: true };
}

/** Radius of a place's dot: 4 pixels, or up to 12 with its weight, so that the area grows with the number. */
export const dotRadius = weight => 4 + 8 * Math.sqrt(Math.min(1, Math.max(0, weight ?? 0)));

/** Stroke width of an arc: 1.5 to 5 pixels. */
export const arcWidth = weight => 1.5 + 3.5 * Math.min(1, Math.max(0, weight ?? 0));

const overlaps = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Moves points apart that are closer than `distance`: the later one steps up or down, whichever way is shorter. Points keep their order.
 * @param {{x: number, y: number}[]} points
 */
export function separate(points, distance) {
  const done = [];
  for (const { x, y } of points) {
    const near = at => done.some(other => Math.hypot(other.x - x, other.y - at) < distance - 0.01);
    const blockers = done.filter(other => Math.abs(other.x - x) < distance);
    const free = [y, ...blockers.flatMap(other => { const step = Math.sqrt(distance ** 2 - (other.x - x) ** 2); return [other.y + step, other.y - step]; })]
      .filter(at => !near(at)).sort((a, b) => Math.abs(a - y) - Math.abs(b - y));
    done.push({ x, y: free[0] ?? y });
  }
  return done;
}

/**
 * Puts labels where they fit, each as whole as there is room for all: an item has an anchor and variants, longest first ({width, height}).
 * If some item fits nowhere, all begin with their next shorter variant. The result holds {variant, x, y} (the box's corner) or null.
 */
export function placeLabels(items, size, taken = []) {
  const most = Math.max(0, ...items.map(item => item.variants.length));
  let best = [];
  for (let least = 0; least < Math.max(1, most); least++) {
    const placed = placeFrom(items, size, taken, least);
    if (placed.every((at, i) => at || items[i].optional)) return placed;
    if (least === 0 || placed.filter(Boolean).length > best.filter(Boolean).length) best = placed;
  }
  return best;
}

function placeFrom(items, { width, height }, taken, least) {
  const used = [...taken];
  return items.map(({ x, y, variants, gap = 6 }) => {
    for (let variant = Math.min(least, variants.length - 1); variant < variants.length; variant++) {
      const { width: w, height: h } = variants[variant];
      const centred = x - w / 2, below = y + gap, above = y - h - gap;
      const corners = [[centred, y - h / 2], [centred, below], [centred, above], [x + gap, y - h / 2], [x - w - gap, y - h / 2],
        [x - w * 0.8, below], [x - w * 0.2, below], [x - w * 0.8, above], [x - w * 0.2, above]];
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
