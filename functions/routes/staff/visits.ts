// Lists: given out, taken back, opened by whose they are.
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import { cellsUnder } from "../../../shared/households/coverage.ts";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import { type Finding, finding } from "../../../shared/kernel/rule.ts";
import { covers, mayIn } from "../../../shared/staff/regions.ts";
import { isInForce, type StaffRole } from "../../../shared/staff/staff.ts";
import {
  giveList,
  listVisitors,
  listVisits,
  openList,
  readVisit,
  type VisitFinding,
  withdrawList,
} from "../../../shared/visits/contract.ts";
import { AuthorToken, type VisitListId } from "../../../shared/visits/ids.ts";
import { isOver } from "../../../shared/visits/rules.ts";
import { draftKeysOf } from "../../alias.ts";
import type { Env } from "../../app.ts";
import { accept } from "../../http/accept.ts";
import { attempt } from "../../http/attempt.ts";
import { problem } from "../../http/problem.ts";
import { newId } from "../../sessions/seal.ts";
import { openGrants } from "../../staff/grants.ts";
import { isPlaceIn } from "../../staff/named-regions.ts";
import type { StaffDeps } from "../../staff-app.ts";
import { askedIn } from "../../visits/asked.ts";
import { somebody } from "../../visits/at-the-door.ts";
import { listIdFor, visitTo } from "../../visits/giving.ts";
import { sheetOf } from "../../visits/sheet.ts";
import type { StoredList } from "../../visits/table.ts";
import { listView, ruleOf, viewOf } from "../../visits/view.ts";

const giving: readonly StaffRole[] = ["handler", "officer"];
const looking: readonly StaffRole[] = ["handler", "officer", "checker"];
const MOST_SHOWN = 50;

export const visits = (deps: StaffDeps) => {
  const asked = askedIn({ client: deps.client, table: deps.desk.table });
  const refuse = (c: Context, ...findings: Finding<VisitFinding>[]) => problem(c, "refused", { findings });
  const isMine = (c: Context<Env>, { visitor, withdrawn, division }: StoredList) =>
    visitor.staffId === c.var.staff.member.staffId && !withdrawn && mayIn(c.var.staff, ["visitor"], division);
  const maySee = (c: Context<Env>, list: StoredList) => mayIn(c.var.staff, looking, list.division) || isMine(c, list);

  async function shown(c: Context, id: VisitListId) {
    const [found, placeName] = await Promise.all([deps.visits.states(id), deps.places()]);
    return found ? c.json(listView(found.list, found.visits, placeName)) : problem(c, "not-found");
  }

  return new Hono<Env>()
    .get(listVisits.path, accept(listVisits), async (c) => {
      const { member, grants } = c.var.staff;
      const regions = grants.flatMap((grant) => (looking.includes(grant.role) ? grant.regions : []));
      const of = [deps.visits.listsOf(member.staffId), ...[...new Set(regions)].map((region) => deps.visits.listsIn(region))];
      const ids = [...new Set((await Promise.all(of)).flat())];
      const [found, placeName] = await Promise.all([Promise.all(ids.map((id) => deps.visits.states(id))), deps.places()]);
      const lists = found
        .flatMap((one) => (one && maySee(c, one.list) ? one : []))
        .sort((a, b) => (a.list.givenAt < b.list.givenAt ? 1 : -1))
        .slice(0, MOST_SHOWN);
      return c.json({ lists: lists.map(({ list, visits: all }) => listView(list, all, placeName)) });
    })
    .get(listVisitors.path, accept(listVisitors), async (c) => {
      const { division } = c.req.valid("query");
      if (!mayIn(c.var.staff, giving, division)) return problem(c, "not-found");
      const roles = openGrants({ ...deps, isPlace: isPlaceIn(deps.places) });
      const today = dateOf(deps.now());
      const found = (await roles.review([division])).filter(
        ({ grant }) =>
          grant.role === "visitor" && isInForce(grant, today) && grant.regions.some((region) => covers(region, division)),
      );
      return c.json({ visitors: found.map(somebody) });
    })
    .post(giveList.path, attempt(), accept(giveList), async (c) => {
      const { division, village, visitor: visitorId, households, until } = c.req.valid("json");
      const { member } = c.var.staff;
      if (!mayIn(c.var.staff, giving, division)) return problem(c, "not-found");
      const list = listIdFor(member.staffId, c.var.attempt.key);
      if (await deps.visits.list(list)) return shown(c, list);

      const now = deps.now();
      const today = dateOf(now);
      const visitor = await deps.staff.member(visitorId);
      const goes = visitor?.grants.some(
        (grant) =>
          grant.role === "visitor" && isInForce(grant, today) && grant.regions.some((region) => covers(region, division)),
      );
      if (!visitor || !goes) return refuse(c, finding("visit.visitor-unknown", "visitor"));
      if (until && until < today) return refuse(c, finding("visit.until-passed", "until"));

      const ids = [...new Set(households)];
      const [homes, policy, wishes] = await Promise.all([
        Promise.all(ids.map((id) => deps.households.household(id))),
        deps.policy(),
        asked(division),
      ]);
      // Who lives there may be placed in no village at all; placed in another one, they stand in that one's lists.
      const unknown = homes.findIndex(
        (members) => !members.some(({ household, village: at }) => household?.division === division && (!at || at === village)),
      );
      if (unknown >= 0) return refuse(c, finding("visit.household-unknown", "households", String(unknown)));
      const known = { cellsOf: cellsUnder(policy({ region: division, asOf: today })), asked: wishes };
      const made = ids.map((household, nth) => visitTo({ household, members: homes[nth]! }, { list, village }, nth + 1, known));
      const nobody = made.indexOf(undefined);
      if (nobody >= 0) return refuse(c, finding("visit.nobody-wanted", "households", String(nobody)));

      const all = made.flatMap((visit) => visit ?? []);
      const head: StoredList = {
        list,
        division,
        village,
        visitor: somebody(visitor.member),
        givenBy: somebody(member),
        givenAt: now,
        ...(until && { until }),
        households: all.length,
      };
      const { failed } = await deps.visits.give(head, all);
      if (failed !== undefined && !(await deps.visits.list(list)))
        return refuse(c, finding("visit.given-already", "households", String(failed)));
      const placeName = await deps.places();
      return c.json(listView(head, all, placeName), 201);
    })
    .post(withdrawList.path, accept(withdrawList), async (c) => {
      const found = await deps.visits.states(c.req.valid("param").list);
      if (!found || !mayIn(c.var.staff, giving, found.list.division)) return problem(c, "not-found");
      const { reason } = c.req.valid("json");
      const withdrawn = { at: deps.now(), by: somebody(c.var.staff.member), reason };
      await deps.visits.withdraw(found.list, found.visits, withdrawn);
      return shown(c, found.list.list);
    })
    .post(openList.path, accept(openList), async (c) => {
      const found = await deps.visits.whole(c.req.valid("param").list);
      if (!found || !isMine(c, found.list)) return problem(c, "not-found");
      const { offline } = c.req.valid("json");
      const takenAt = deps.now();
      if (isOver(found.list, dateOf(takenAt))) return refuse(c, finding("visit.until-passed"));
      const visited = await sheetOf(deps, { here: c.var.staff, list: found.list, offline }, found);
      if (typeof visited === "number") return problem(c, "wait", { retryAfterSeconds: visited });

      const author = v.parse(AuthorToken, newId());
      await deps.visits.copied(found.list.list, author, { by: somebody(c.var.staff.member), at: takenAt, offline });
      const [secret, policy, placeName] = await Promise.all([deps.secret(), deps.policy(), deps.places()]);
      const drafts = policy({ region: found.list.division, asOf: dateOf(takenAt) }).read({ draftDays: "visit.drafts" });
      return c.json({
        list: listView(found.list, found.visits, placeName),
        takenAt,
        author,
        draftKeys: draftKeysOf(secret, `staff ${c.var.staff.member.staffId}`),
        draftDays: drafts.ok ? drafts.value.draftDays : 0,
        visits: visited,
      });
    })
    .get(readVisit.path, accept(readVisit), async (c) => {
      const found = await deps.visits.visit(c.req.valid("param").visit);
      if (!found || !maySee(c, found.list)) return problem(c, "not-found");
      const [policy, placeName, states] = await Promise.all([deps.policy(), deps.places(), deps.visits.states(found.list.list)]);
      return c.json({
        list: listView(found.list, states?.visits ?? [found.visit], placeName),
        visit: viewOf(found.visit, found.notes, ruleOf(policy, found.visit, deps.now())),
      });
    });
};
