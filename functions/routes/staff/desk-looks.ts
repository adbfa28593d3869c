// What of a person is shown beyond a masked record, each a look of its own: one field, one picture.
import { Hono } from "hono/tiny";
import { REVEAL_SECONDS, readMatterEvidence, revealInMatter } from "../../../shared/desk/contract.ts";
import type { DivisionCode } from "../../../shared/kernel/fields.ts";
import { mayRead } from "../../../shared/privacy/may-read.ts";
import type { Env } from "../../app.ts";
import { mattersIn } from "../../desk/matters.ts";
import { valueIn } from "../../desk/shown.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import { openLookAllowance } from "../../staff/allowance.ts";
import { namedRegions } from "../../staff/named-regions.ts";
import { lookOf } from "../../staff/record.ts";
import type { StaffDeps } from "../../staff-app.ts";
import { answerIfBarred } from "./barred.ts";

const reasons = { compare: "核对材料", call: "打电话给本人", write: "寄信给本人" } as const;

export function deskLooks(deps: StaffDeps) {
  const matters = mattersIn(deps);
  const spend = openLookAllowance({ client: deps.client, table: deps.desk.table });
  return new Hono<Env>()
    .post(revealInMatter.path, accept(revealInMatter), async (c) => {
      const { field, reason } = c.req.valid("json");
      const found = await matters.find(c.var.staff, c.req.valid("param").task);
      const roles = found?.who.roles.filter((role) => mayRead(role, field)) ?? [];
      if (!found || roles.length === 0) return problem(c, "not-found");
      const barred = answerIfBarred(c, await matters.whyHidden(c.var.staff, found));
      if (barred) return barred;
      const why = { ...matters.whyOpened(found, [field]), roles, reason: reasons[reason] };
      const opened = await deps.openAs(c.var.staff, found.matter.personId, why);
      if (opened.is === "too-many") return problem(c, "wait", opened);
      const nameOf = await namedRegions(deps.places);
      const placeName = (code: DivisionCode) => nameOf(code).name;
      const value = opened.is === "here" ? valueIn(opened.record, field, placeName) : undefined;
      return value === undefined ? problem(c, "not-found") : c.json({ field, value, seconds: REVEAL_SECONDS });
    })
    .get(readMatterEvidence.path, accept(readMatterEvidence), async (c) => {
      const { task, id } = c.req.valid("param");
      const found = await matters.find(c.var.staff, task);
      const role = found?.who.roles.find((one) => mayRead(one, "evidence"));
      const sent = found && (await deps.casework.submission(found.matter));
      if (!found || !role || !sent?.evidence?.some((piece) => piece.id === id)) return problem(c, "not-found");
      const barred = answerIfBarred(c, await matters.whyHidden(c.var.staff, found, sent));
      if (barred) return barred;
      const wait = await spend(c.var.staff.member.staffId, role, deps.now());
      if (wait !== undefined) return problem(c, "wait", { retryAfterSeconds: wait });
      const { receipt } = found.matter;
      const look = lookOf(c.var.staff, role, { purpose: "task", reason: "看提交的材料", receipt }, crypto.randomUUID());
      if (look.kind !== "staff") return problem(c, "not-found");
      const opened = await (await deps.openEvidence())(id, look);
      return opened ? c.body(new Uint8Array(opened.bytes), 200, opened.headers) : problem(c, "not-found");
    });
}
