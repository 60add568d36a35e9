const year = 365 * 24 * 3600;

/** The theme that a cookie header text asks for: "light", "dark" or "auto". */
export function readTheme(cookies) {
  const value = /(?:^|;\s*)theme=([^;]*)/.exec(cookies)?.[1];
  return value === 'light' || value === 'dark' ? value : 'auto';
}

/** The cookie assignment that keeps a choice; "auto" (and anything unknown) removes the cookie. */
export function themeCookie(theme, secure = false) {
  const known = theme === 'light' || theme === 'dark';
  return `theme=${known ? theme : ''}; path=/; max-age=${known ? year : 0}; samesite=lax${secure ? '; secure' : ''}`;
}
