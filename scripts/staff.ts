// How an operator appoints the first security administrator; from then on that is theirs. `npm run staff -- appoint … | end … | list`.
// On a laptop it finds the running portal by DATA_DIR. On AWS: AWS_REGION, credentials, and DESK, the name of the desk's table.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { locationOf } from "../functions/environment.ts";
import { openStaff } from "../functions/staff/door.ts";
import { openGrants } from "../functions/staff/grants.ts";
import { complain } from "../infra/local/complaint.ts";
import { useRunningPortal } from "../infra/local/endpoints.ts";
import { demoCounties } from "../shared/divisions/demo.ts";
import { loadDivisions } from "../shared/divisions/divisions.ts";
import { instantAt } from "../shared/kernel/calendar.ts";
import { readWish, USAGE } from "./staff/wish.ts";
import { grantText, wordsOf } from "./staff/words.ts";

const wish = readWish(process.argv.slice(2));
if (!wish) complain(USAGE);
if (!process.env["DESK"]) await useRunningPortal();

const client = new DynamoDBClient({});
const now = () => instantAt(Date.now());
const staff = openStaff({ client, table: locationOf("desk"), now });
const { divisionName } = await loadDivisions(process.env["DEMO_COUNTIES"] ? demoCounties : []);
const grants = openGrants({
  client,
  staff,
  isPlace: async (code) => code === "100000" || divisionName(code) !== undefined,
  now,
});

switch (wish.does) {
  case "appoint": {
    const done = await grants.appoint("operator", wish.appointment);
    if (!done.ok) complain(done.refusal.map(wordsOf).join("\n"));
    else console.log(grantText(done.value, now()));
    break;
  }
  case "end": {
    const done = await grants.end("operator", wish.staffId, wish.role);
    if (!done.ok) complain(done.refusal.map(wordsOf).join("\n"));
    else console.log("Ended. It counts from their next request on.");
    break;
  }
  case "list":
    for (const one of await grants.review([wish.region])) console.log(grantText(one, now()));
}
