// RIS as citation.js reads it. Prints the records as CSL-JSON.
import { text } from "node:stream/consumers";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-ris";

console.log(JSON.stringify(plugins.input.chain(await text(process.stdin), { forceType: "@ris/file", generateGraph: false })));
