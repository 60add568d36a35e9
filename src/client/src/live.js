/** How many records have changed, in words: `one` for a single one, else `many` with the number in place of {0}. */
export const words = (count, one = '', many = '') => count === 1 ? one : many.replace('{0}', new Intl.NumberFormat(document.documentElement.lang || 'en').format(count));
