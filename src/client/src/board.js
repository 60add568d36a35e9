// The one script of the reading pages. Elements draw into shadow roots and load their library only when they are used.
import { IbChart } from './ib-chart.js';
import { IbEmbed } from './ib-embed.js';
import { IbFilter } from './ib-filter.js';
import { IbLinks } from './ib-links.js';
import { IbLive } from './ib-live.js';
import { IbMap } from './ib-map.js';
import { IbSearch } from './ib-search.js';
import { IbShare } from './ib-share.js';
import { IbTheme } from './ib-theme.js';
import { watchAnchors } from './anchors.js';
import { watchCopy } from './copy.js';
import { watchKept } from './keep.js';
import { watchMenus } from './menu.js';
import { afterNavigation } from './page.js';
import { watchPlaces } from './scroll.js';

for (const [name, type] of Object.entries({ 'ib-chart': IbChart, 'ib-embed': IbEmbed, 'ib-filter': IbFilter, 'ib-links': IbLinks, 'ib-live': IbLive, 'ib-map': IbMap, 'ib-search': IbSearch, 'ib-share': IbShare, 'ib-theme': IbTheme }))
  if (!customElements.get(name)) customElements.define(name, type);
watchMenus();
watchAnchors();
watchCopy(afterNavigation);
watchKept();
watchPlaces();
