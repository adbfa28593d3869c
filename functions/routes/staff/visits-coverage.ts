import type { Context } from "hono";
import { Hono } from "hono/tiny";
import type { CoverageReply } from "../../../shared/households/contract.ts";
import { listVillages, readCoverage } from "../../../shared/households/contract.ts";
import { cellsUnder, householdOf, totalsOf } from "../../../shared/households/coverage.ts";
import type { HouseholdId } from "../../../shared/households/ids.ts";
import type { Member } from "../../../shared/households/member.ts";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../../shared/kernel/fields.ts";
import { mayIn } from "../../../shared/staff/regions.ts";
import { isOver } from "../../../shared/visits/rules.ts";
import type { Env } from "../../app.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import { householdIdOf } from "../../register/table.ts";
import type { StaffDeps } from "../../staff-app.ts";
import { askedIn } from "../../visits/asked.ts";
import type { StoredList } from "../../visits/table.ts";

const MOST_LINES = 3000; // some 300 kB on the wire, and more than most villages have people

/** Nobody's record is opened for it: it holds no name, no number, and no more of a household than its place in the village. */
export const visitsCoverage = (deps: StaffDeps) => {
  const asked = askedIn({ client: deps.client, table: deps.desk.table });

  /** Of who walks from door to door: the villages that they have a list of. */
  async function mine(c: Context<Env>, division: DivisionCode): Promise<string[]> {
    const lists = await deps.visits.listsOf(c.var.staff.member.staffId);
    const found = await Promise.all(lists.map((list) => deps.visits.list(list)));
    const today = dateOf(deps.now());
    const isOpen = (list: StoredList) =>
      !list.withdrawn && !isOver(list, today) && mayIn(c.var.staff, ["visitor"], list.division);
    const open = found.filter((list) => list && isOpen(list));
    return open.flatMap((list) => (list?.division === division ? list.village : []));
  }

  return new Hono<Env>()
    .get(readCoverage.path, accept(readCoverage), async (c) => {
      const { division, village, after } = c.req.valid("query");
      const gives = mayIn(c.var.staff, ["handler", "officer"], division);
      if (!gives && !(await mine(c, division)).includes(village)) return problem(c, "not-found");

      const [lines, wishes, policy, placeName] = await Promise.all([
        deps.households.linesIn({ division, village }, { after, most: MOST_LINES }),
        gives ? asked(division) : new Set<string>(),
        deps.policy(),
        deps.places(),
      ]);
      if (lines.length === 0 && !after) return problem(c, "not-found");
      const homes = homesIn(lines);
      const whole = lines.length > MOST_LINES && homes.length > 1 ? homes.slice(0, -1) : homes; // the last one may go on
      const cellsOf = cellsUnder(policy({ region: division, asOf: dateOf(deps.now()) }));
      const households = whole.map((home) => householdOf(home, cellsOf, wishes));
      const next = whole.length < homes.length ? whole.at(-1)?.household : undefined;
      return c.json({
        division,
        place: placeName(division),
        village,
        asOf: dateOf(deps.now()),
        households,
        totals: totalsOf(households),
        ...(next && { next }),
      } satisfies CoverageReply);
    })
    .get(listVillages.path, accept(listVillages), async (c) => {
      const { division } = c.req.valid("query");
      const gives = mayIn(c.var.staff, ["handler", "officer"], division);
      if (!gives && !mayIn(c.var.staff, ["visitor"], division)) return problem(c, "not-found");
      const names = gives ? await deps.households.villages(division) : [...new Set(await mine(c, division))].sort();
      return c.json({ villages: names.map((name) => ({ division, name })) });
    });
};

function homesIn(lines: readonly Member[]): { household: HouseholdId; members: Member[] }[] {
  const homes = Map.groupBy(
    lines.filter(({ household }) => household),
    ({ household }) => householdIdOf(household!),
  );
  return [...homes].map(([household, members]) => ({
    household,
    members: members.toSorted((a, b) => (a.relation < b.relation ? -1 : 1)),
  }));
}
