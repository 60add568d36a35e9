// The shapes behind every map: Natural Earth 1:50m, thinned. The focus countries keep more of their outline than the land around them;
// because borders are shared arcs, a border with a focus country is thinned once and neighbours meet without gaps.
import { feature } from 'topojson-client';
import { presimplify } from 'topojson-simplify';

const focus = { 392: 'JP', 704: 'VN', 398: 'KZ', 860: 'UZ', 417: 'KG', 762: 'TJ', 795: 'TM' };
const context = {
  156: 'CN', 643: 'RU', 840: 'US', 418: 'LA', 116: 'KH', 764: 'TH', 104: 'MM', 496: 'MN', 408: 'KP', 410: 'KR', 158: 'TW', 344: 'HK', 446: 'MO',
  '004': 'AF', 364: 'IR', 586: 'PK', 356: 'IN', '031': 'AZ', 268: 'GE', '051': 'AM', 792: 'TR', 804: 'UA', 608: 'PH', 458: 'MY', 360: 'ID',
  '050': 'BD', 524: 'NP', '064': 'BT', 144: 'LK', '096': 'BN', 702: 'SG', 368: 'IQ', 760: 'SY', 682: 'SA', 887: 'YE', 512: 'OM', 784: 'AE',
  634: 'QA', 414: 'KW', '048': 'BH', 642: 'RO', 498: 'MD', 112: 'BY', 616: 'PL', 246: 'FI', 818: 'EG', 729: 'SD', 231: 'ET', 706: 'SO',
};
// What a wide screen can see around the region (longitude, latitude); everything wholly outside is dropped.
const window_ = { west: -20, east: 205, south: -25, north: 81 };
// Smallest triangle (square degrees) whose vertex is kept, and smallest island whose outline is kept.
const detail = { focus: 0.0015, context: 0.05 };
const island = { focus: 0.003, context: 0.12 };

/** @param {object} world a world-atlas topology @returns {object} GeoJSON FeatureCollection, properties {code, focus} */
export function region(world) {
  const weighted = presimplify(world);
  const fine = new Set();
  for (const shape of weighted.objects.countries.geometries)
    if (focus[shape.id]) for (const arc of shape.arcs.flat(Infinity)) fine.add(arc < 0 ? ~arc : arc);
  const arcs = weighted.arcs.map((arc, i) => arc
    .filter((point, at) => at === 0 || at === arc.length - 1 || point[2] >= (fine.has(i) ? detail.focus : detail.context))
    .map(([x, y]) => [x, y]));
  const topology = { type: 'Topology', objects: weighted.objects, arcs };
  const features = feature(topology, topology.objects.countries).features
    .map(shape => toFeature(shape))
    .filter(shape => shape.geometry.coordinates.length > 0);
  // Context first, so that focus outlines are painted over it.
  return { type: 'FeatureCollection', features: features.sort((a, b) => a.properties.focus - b.properties.focus) };
}

function toFeature({ id, geometry }) {
  const own = focus[id];
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
    .map(rings => eastward(rings, id).map(rounded).filter(ring => ring.length > 3))
    .filter(rings => rings.length > 0 && area(rings[0]) >= (own ? island.focus : island.context) && inView(rings[0]));
  return {
    type: 'Feature',
    properties: { code: own ?? context[id] ?? null, focus: own !== undefined },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  };
}

/** Chukotka and Alaska lie beyond the antimeridian: they are drawn east of Asia, not at the map's far left. */
function eastward(rings, id) {
  const xs = rings[0].map(([x]) => x), least = Math.min(...xs), most = Math.max(...xs);
  const beyond = most - least > 180 || (most < 0 && (id === '643' || id === '840'));
  return beyond ? rings.map(ring => ring.map(([x, y]) => [x < 0 ? x + 360 : x, y])) : rings;
}

function rounded(ring) {
  const points = ring.map(([x, y]) => [+x.toFixed(2), +y.toFixed(2)]);
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
}

function area(ring) {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(twice) / 2;
}

function inView(ring) {
  const xs = ring.map(p => p[0]), ys = ring.map(p => p[1]);
  return Math.max(...xs) > window_.west && Math.min(...xs) < window_.east && Math.max(...ys) > window_.south && Math.min(...ys) < window_.north;
}
