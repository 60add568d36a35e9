# What ./run and ./test need, each said in one sentence when it is missing. Sourced, not run.

stop() { printf '%s\n' "$1" >&2; exit 1; }

need_dotnet() {
  command -v dotnet >/dev/null || stop 'InfluenceBoard needs the .NET SDK 10: install it from https://dotnet.microsoft.com/download and run this again.'
  dotnet --version >/dev/null 2>&1 || stop "InfluenceBoard needs the .NET SDK that global.json names or a later 10.0; installed are: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' ')."
}

need_node() {
  command -v node >/dev/null || stop 'InfluenceBoard needs Node.js 20 or later to bundle its browser code: install it from https://nodejs.org and run this again.'
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || stop "InfluenceBoard needs Node.js 20 or later; installed is $(node --version)."
  command -v npm >/dev/null || stop 'InfluenceBoard needs npm, which comes with Node.js, to fetch its browser libraries.'
}

chromium() {
  local name
  for name in "${BOARD_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$name" ] && command -v "$name" && return
  done
  return 1
}

# Letters of every language that the pages show.
fonts() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family)" ] && [ -n "$(fc-list :lang=vi family)" ]; }

need_browser() {
  if chromium >/dev/null && fonts; then return; fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fontconfig fonts-noto-cjk fonts-noto-core >/dev/null
  fi
  chromium >/dev/null || stop 'The browser tests need Chromium: install it (Debian: apt-get install chromium), or name one in BOARD_CHROMIUM.'
  fonts || stop 'The browser tests need fonts for Chinese and Vietnamese: install them (Debian: apt-get install fontconfig fonts-noto-cjk fonts-noto-core).'
}
