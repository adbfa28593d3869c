// Writes functions/data/openapi.json and staff-openapi.json from the contracts. Run it when a contract has changed; a test says so.
import { writeFileSync } from "node:fs";
import { forResidents, forStaff, openApiOf } from "./openapi/document.ts";

for (const [name, whom] of Object.entries({ openapi: forResidents, "staff-openapi": forStaff })) {
  writeFileSync(new URL(`../functions/data/${name}.json`, import.meta.url), `${JSON.stringify(openApiOf(whom), null, 1)}\n`);
  console.log(`functions/data/${name}.json written`);
}
