// Writes functions/data/openapi.json from the contracts. Run it when a contract has changed; a test says so.
import { writeFileSync } from "node:fs";
import { openApiOf } from "./openapi/document.ts";

const file = new URL("../functions/data/openapi.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(openApiOf(), null, 1)}\n`);
console.log("functions/data/openapi.json written");
