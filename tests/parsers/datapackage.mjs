// The reference implementation of Frictionless Data Package and Table Schema. Reads the path of a datapackage.json; prints whether the descriptor fits its profile, and of every table its rows
// or what is wrong with them: types, required values, enumerations, patterns, primary and foreign keys.
import { text } from "node:stream/consumers";
import datapackage from "datapackage";

const pkg = await datapackage.Package.load((await text(process.stdin)).trim());
const tables = {};
for (const resource of pkg.resources) {
  try {
    tables[resource.name] = { profile: resource.descriptor.profile, valid: resource.valid, rows: (await resource.read({ relations: true })).length };
  } catch (error) {
    tables[resource.name] = { errors: [error, ...(error.errors ?? [])].map(String) };
  }
}
console.log(JSON.stringify({ profile: pkg.profile.name, valid: pkg.valid, errors: pkg.errors.map(String), tables }));
