// Checks an OpenAPI document against the official schema of its version, and resolves every reference in it.
import { text } from "node:stream/consumers";
import { Validator } from "@seriousme/openapi-schema-validator";

const validator = new Validator();
const { valid, errors } = await validator.validate(JSON.parse(await text(process.stdin)));
if (valid) validator.resolveRefs();
console.log(JSON.stringify({ version: validator.version, valid, errors: errors ?? [] }));
