// The desk: what waits in my places, one matter opened, and what becomes of it.
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import {
  decideMatter,
  finishMatter,
  listColleagues,
  listMatters,
  type MatterName,
  objectToMatter,
  openMatter,
  passMatter,
  returnMatter,
} from "../../../shared/desk/contract.ts";
import { isTask } from "../../../shared/desk/hands.ts";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../../shared/kernel/rule.ts";
import type { Env } from "../../app.ts";
import { handingIn } from "../../desk/handing.ts";
import { openLists, type Place } from "../../desk/list.ts";
import { type Found, mattersIn } from "../../desk/matters.ts";
import { reachOf } from "../../desk/regions.ts";
import { shown } from "../../desk/shown.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import { namedRegions } from "../../staff/named-regions.ts";
import type { StaffDeps } from "../../staff-app.ts";

const PAGE_LENGTH = 30;
const DESK = ["handler", "checker"] as const;
/** What is wrong with who asks; everything else is that the matter is not what it was. */
const PERSONAL = ["desk.own-record", "desk.sent-it", "desk.same-person-twice", "desk.handler-needed", "desk.checker-needed"];

export function desk(deps: StaffDeps) {
  const { client, now, places, secret, codesIn } = deps;
  const matters = mattersIn(deps);
  const hands = handingIn(deps);
  const list = openLists({ client, table: deps.desk.table });

  const refuse = (c: Context, found: Finding) =>
    problem(c, PERSONAL.includes(found.code) || found.code === "desk.nobody-there" ? "refused" : "conflict", {
      findings: [found],
    });
  const none = (c: Context) => problem(c, "not-found");

  /** Finds the matter, asks whether their word counts now, and does it. */
  async function act(c: Context<Env>, name: MatterName, what: (found: Found) => Promise<Finding | undefined>) {
    const found = await matters.find(c.var.staff, name);
    if (!found) return none(c);
    const not = await matters.whyNot(c.var.staff, found);
    if (not && "retryAfterSeconds" in not) return problem(c, "wait", not);
    const wrong = not ?? (await what(found));
    return wrong ? refuse(c, wrong) : undefined;
  }

  return new Hono<Env>()
    .get(listMatters.path, accept(listMatters), async (c) => {
      const { region, what, mine, receipt, cursor } = c.req.valid("query");
      const here = c.var.staff;
      const reach = await reachOf(here, DESK, region, codesIn);
      if (!reach) return none(c);
      const within = new Set<DivisionCode>(reach.divisions);
      const me = here.member.staffId;
      const handles = here.grants.some(({ role }) => role === "handler");
      const { rows, next } = await list(
        { me, secret: await secret() },
        {
          divisions: reach.divisions,
          wanted: (row) =>
            within.has(row.region) &&
            (!what || row.what === what) &&
            (!mine || row.taken?.mine === true) &&
            (!receipt || row.receipt === receipt) &&
            (handles || (row.what !== "do" && row.what !== "transfer")),
          length: PAGE_LENGTH,
          after: cursor ? placeIn(cursor) : undefined,
        },
      );
      const placeOf = await namedRegions(places);
      const tasks = rows.map(({ region: code, ...row }) => ({ ...row, place: placeOf(code) }));
      const more = next && { cursor: cursorOf(next) };
      return c.json({ today: dateOf(now()), tasks, ...more, ...(reach.narrow && { narrow: true as const }) });
    })
    .get(openMatter.path, accept(openMatter), async (c) => {
      const found = await matters.find(c.var.staff, c.req.valid("param").task);
      if (!found) return none(c);
      const opened = await matters.open(c.var.staff, found);
      return "retryAfterSeconds" in opened ? problem(c, "wait", opened) : c.json(shown(opened));
    })
    .get(listColleagues.path, accept(listColleagues), async (c) => {
      const found = await matters.find(c.var.staff, c.req.valid("param").task);
      return found ? c.json({ colleagues: await hands.colleagues(c.var.staff, found) }) : none(c);
    })
    .post(passMatter.path, accept(passMatter), async (c) => {
      const found = await matters.find(c.var.staff, c.req.valid("param").task);
      if (!found) return none(c);
      const wrong = await hands.pass(c.var.staff, found, c.req.valid("json"));
      return wrong ? refuse(c, wrong) : c.body(null, 204);
    })
    .post(decideMatter.path, accept(decideMatter), async (c) => {
      let final = false;
      const { member } = c.var.staff;
      const refused = await act(c, c.req.valid("param").task, async ({ matter }) => {
        if (!isTask(matter)) return finding("desk.not-open");
        const word = { ...c.req.valid("json"), by: member.name, staffId: member.staffId };
        const heard = await deps.desk.decide(matter, word, now());
        if (!("final" in heard)) return heard;
        final = heard.final;
        return undefined;
      });
      return refused ?? c.json({ final });
    })
    .post(returnMatter.path, accept(returnMatter), async (c) => {
      const refused = await act(c, c.req.valid("param").task, (found) =>
        hands.giveBack(c.var.staff, found, c.req.valid("json").reason),
      );
      return refused ?? c.body(null, 204);
    })
    .post(objectToMatter.path, accept(objectToMatter), async (c) => {
      const found = await matters.find(c.var.staff, c.req.valid("param").task);
      if (!found || !isTask(found.matter)) return none(c);
      const { note } = c.req.valid("json");
      const heard = await deps.desk.object(found.matter, { note, by: c.var.staff.member.name, at: now() });
      return "code" in heard ? refuse(c, heard) : c.body(null, 204);
    })
    .post(finishMatter.path, accept(finishMatter), async (c) => {
      const refused = await act(c, c.req.valid("param").task, async ({ matter }) => {
        if (isTask(matter)) return finding("desk.not-open");
        const { note } = c.req.valid("json");
        const done = await deps.desk.finish(matter, { note, by: c.var.staff.member.name, at: now() });
        return "code" in done ? done : undefined;
      });
      return refused ?? c.body(null, 204);
    });
}

const cursorOf = (place: Place): string => Buffer.from(JSON.stringify([place.day, place.name])).toString("base64url");

/** What is no cursor of ours begins at the beginning. */
function placeIn(cursor: string): Place | undefined {
  try {
    const [day, name] = v.parse(v.tuple([v.string(), v.string()]), JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { day, name };
  } catch {
    return undefined;
  }
}
