// BibTeX as citation.js reads it. Prints the entries as CSL-JSON, and each entry's type and fields as they stand.
import { text } from "node:stream/consumers";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";

const source = await text(process.stdin);
console.log(JSON.stringify({ items: plugins.input.chain(source, { forceType: "@bibtex/text", generateGraph: false }), entries: plugins.input.chainLink(source, { forceType: "@bibtex/text", generateGraph: false }) }));
