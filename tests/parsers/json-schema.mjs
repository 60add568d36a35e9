// Checks values against schemas of an OpenAPI 3.1 document, which are JSON Schema 2020-12. Reads { document, values: [{ name, pointer, value }] }; prints what is wrong with each value.
// Objects may hold only the properties that their schema names, so that an answer cannot have more than is described.
import { text } from "node:stream/consumers";
import Ajv from "ajv/dist/2020.js";

const { document, values } = JSON.parse(await text(process.stdin));
for (const schema of Object.values(document.components.schemas)) if (schema.properties && schema.additionalProperties === undefined) schema.additionalProperties = false;
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(document, "document");
console.log(JSON.stringify(values.flatMap(({ name, pointer, value }) => {
  const validate = ajv.getSchema("document#" + pointer);
  return validate(value) ? [] : validate.errors.map(e => `${name}: ${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
})));
