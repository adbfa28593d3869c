// On the first start: a list of households for the visitor of the demonstration, given out by its handler. Without one nobody could
// see what a visit is.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { locationOf } from "../../functions/environment.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { readHouseholds } from "../../functions/register/households.ts";
import { householdIdOf } from "../../functions/register/table.ts";
import { openStaff } from "../../functions/staff/door.ts";
import { staffIdOf } from "../../functions/staff/issuer.ts";
import { somebody } from "../../functions/visits/at-the-door.ts";
import { listIdFor, visitTo } from "../../functions/visits/giving.ts";
import type { StoredList } from "../../functions/visits/table.ts";
import { openVisits } from "../../functions/visits/visits.ts";
import { cellsUnder, gapsIn } from "../../shared/households/coverage.ts";
import { dateOf, instantAt, plusDays } from "../../shared/kernel/calendar.ts";
import { AttemptKey, DivisionCode } from "../../shared/kernel/fields.ts";

const COUNTY = v.parse(DivisionCode, "340422"); // where the visitor goes (infra/local/issuer/people.ts)
const KEY = v.parse(AttemptKey, "5d2f6a0e-1b7c-4b0e-9a51-0f6a2c3d4e5f"); // the same list at every start
const HOUSEHOLDS = 8;
const DAYS = 30;

/** Once; where the register has no village of that county there is none. */
export async function giveDemoVisits(issuer: string): Promise<void> {
  const client = new DynamoDBClient({});
  const now = instantAt(Date.now());
  const staff = openStaff({ client, table: locationOf("desk"), now: () => now });
  const visits = openVisits({ client, table: locationOf("desk") });
  const households = readHouseholds({ client, table: locationOf("register") });
  const [visitor, handler] = await Promise.all(
    ["visitor-1", "handler-1"].map((subject) => staff.member(staffIdOf(issuer, subject))),
  );
  const list = handler && listIdFor(handler.member.staffId, KEY);
  if (!visitor || !handler || !list || (await visits.list(list))) return client.destroy();

  const cellsOf = cellsUnder(deployedPolicy({ region: COUNTY, asOf: dateOf(now) }));
  const known = { cellsOf, asked: new Set<never>() };
  for (const village of await households.villages(COUNTY)) {
    const lines = await households.linesIn({ division: COUNTY, village }, { most: 1000 });
    const homes = Map.groupBy(
      lines.filter(({ household }) => household),
      ({ household }) => householdIdOf(household!),
    );
    const open = [...homes].filter(([, members]) => members.some((member) => gapsIn(cellsOf(member)).length > 0));
    const made = open
      .slice(0, HOUSEHOLDS)
      .map(([household, members], nth) => visitTo({ household, members }, { list, village }, nth + 1, known));
    const all = made.flatMap((visit) => visit ?? []);
    if (all.length < 2) continue;
    const head: StoredList = {
      list,
      division: COUNTY,
      village,
      visitor: somebody(visitor.member),
      givenBy: somebody(handler.member),
      givenAt: now,
      until: plusDays(dateOf(now), DAYS),
      households: all.length,
    };
    await visits.give(head, all);
    break;
  }
  client.destroy();
}
