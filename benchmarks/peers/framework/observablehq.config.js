// Nothing from another host, as on the board: no web fonts.
export default { root: 'src', output: 'dist', title: 'Kazakhstan', globalStylesheets: [], sidebar: false, toc: false, pager: false, search: false };
