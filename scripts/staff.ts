// How an operator appoints the first security administrator; from then on that is theirs. `npm run staff -- appoint … | end … |
// own-record … | list`. On a laptop it finds the running portal by DATA_DIR. On AWS: AWS_REGION, credentials, and DESK, the name of the
// desk's table; for own-record REGISTER and ALIAS_SECRET_ARN too. A number is asked for, so that it stays in no history of commands.
import { createInterface } from "node:readline";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { AliasSecret } from "../functions/alias.ts";
import { locationOf } from "../functions/environment.ts";
import { readRegister } from "../functions/register/reader.ts";
import { openSecret } from "../functions/secrets.ts";
import { openStaff } from "../functions/staff/door.ts";
import { openGrants } from "../functions/staff/grants.ts";
import { ownRecordsIn } from "../functions/staff/own-record.ts";
import { complain } from "../infra/local/complaint.ts";
import { useRunningPortal } from "../infra/local/endpoints.ts";
import { demoCounties } from "../shared/divisions/demo.ts";
import { loadDivisions } from "../shared/divisions/divisions.ts";
import { dateOf, instantAt } from "../shared/kernel/calendar.ts";
import { readPapers } from "../shared/session/who.ts";
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
  case "own-record": {
    process.stderr.write("Number of their identity document: ");
    let typed = "";
    for await (typed of createInterface({ input: process.stdin })) break;
    const papers = readPapers(typed, dateOf(now()));
    const register = readRegister({ client, table: locationOf("register") });
    const owns = ownRecordsIn({ client, table: locationOf("desk"), register, secret: openSecret("alias", AliasSecret) });
    const done = papers.ok ? await owns(wish.staffId, papers.value) : "nobody";
    if (done !== "noted")
      complain(done === "nobody" ? "This number leads to nobody's record." : "Nobody of that code works here.");
    else console.log("Noted. It counts from their next request on.");
    break;
  }
  case "list":
    for (const one of await grants.review([wish.region])) console.log(grantText(one, now()));
}
