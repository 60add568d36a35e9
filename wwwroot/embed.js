// Gives frames of this board the height of what is in them. <script src="https://…/embed.js" async></script>, once on a page. docs/embeds.md has the protocol.
(() => {
  const least = 80, most = 10000, origin = new URL(document.currentScript.src).origin;
  addEventListener('message', event => {
    const { type, height } = event.data ?? {};
    if (event.origin !== origin || type !== 'influenceboard:height' || !(height > 0)) return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === event.source) frame.style.height = `${Math.min(Math.max(Math.ceil(height), least), most)}px`;
  });
})();
