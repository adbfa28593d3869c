// 复核: who was not at the door, and does not live there, looks over what was done there.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import { AttemptKey } from "../../../shared/kernel/fields.ts";
import { finding } from "../../../shared/kernel/rule.ts";
import { mayIn } from "../../../shared/staff/regions.ts";
import type { StaffId } from "../../../shared/staff/staff.ts";
import { checkVisit } from "../../../shared/visits/contract.ts";
import { mayTake } from "../../../shared/visits/states.ts";
import type { Env } from "../../app.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import type { StaffDeps } from "../../staff-app.ts";
import { workAfter } from "../../visits/afterwards.ts";
import { somebody } from "../../visits/at-the-door.ts";
import type { StoredNote } from "../../visits/table.ts";
import { ruleOf, standsBy, viewOf } from "../../visits/view.ts";
import type { LoadedVisit } from "../../visits/visits.ts";

const CHECKS = ["checked", "confirmed", "returned"];

/** Who was at the door, who brought in what was done there, and whose list it is. */
function wasThere({ list, notes }: LoadedVisit, staffId: StaffId): boolean {
  const atTheDoor = notes.filter(({ done }) => !CHECKS.includes(done.event));
  const people = atTheDoor.flatMap(({ by, broughtBy }) => [by, ...(broughtBy ? [broughtBy] : [])]);
  return [list.visitor, ...people].some((one) => one.staffId === staffId);
}

export const visitsCheck = (deps: StaffDeps) =>
  new Hono<Env>().post(checkVisit.path, accept(checkVisit), async (c) => {
    const word = c.req.valid("json");
    const { member } = c.var.staff;
    const found = await deps.visits.visit(c.req.valid("param").visit);
    if (!found || !mayIn(c.var.staff, ["checker"], found.list.division)) return problem(c, "not-found");
    const { personId } = member;
    const livesThere = personId !== undefined && (await deps.kin(found.visit.home)).includes(personId);
    if (livesThere || wasThere(found, member.staffId)) return problem(c, "refused", { findings: [finding("visit.own-visit")] });

    const { list, visit, notes } = found;
    const now = deps.now();
    const rule = ruleOf(await deps.policy(), visit, now);
    const stands = standsBy(visit, notes, rule);
    if (!mayTake("checked", stands.state)) return problem(c, "conflict", { findings: [finding("visit.not-yet")] });
    const again = word.verdict === "returned" ? word.again : undefined;
    const known = visit.members.map((one) => one.member);
    const stranger = (again ?? []).findIndex((ref) => !known.includes(ref));
    if (stranger >= 0) return problem(c, "refused", { findings: [finding("visit.member-unknown", "again", String(stranger))] });

    const note = (done: StoredNote["done"]): StoredNote => ({
      visit: visit.visit,
      id: v.parse(AttemptKey, crypto.randomUUID()),
      fingerprint: "",
      round: stands.round,
      arrivedAt: now,
      by: somebody(member),
      done,
    });
    const said: StoredNote["done"] =
      word.verdict === "confirmed"
        ? { event: "confirmed", at: now, note: word.reason }
        : { event: "returned", at: now, reason: word.reason, ...(again && { again }) };
    const words = [note({ event: "checked", at: now }), note(said)];
    const all = [...notes, ...words];
    const next = { ...visit, state: standsBy(visit, all, rule).state };
    const writes: TransactWriteItem[] = [
      ...deps.visits.noting(words, visit, next),
      ...(word.verdict === "confirmed" && !list.withdrawn ? [deps.visits.frees(visit)] : []),
      ...(word.verdict === "confirmed" ? workAfter({ ...deps, today: dateOf(now) }, visit, stands, notes, now) : []),
    ];
    if (!(await deps.visits.write(writes))) return problem(c, "conflict", { findings: [finding("visit.not-yet")] });
    return c.json(viewOf(next, all, rule));
  });
