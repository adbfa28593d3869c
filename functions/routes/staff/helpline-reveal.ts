// One field of the record unmasked, for some seconds and with a reason that the person reads.
import { Hono } from "hono/tiny";
import { leading } from "../../../shared/facts.ts";
import { type RevealField, revealField } from "../../../shared/helpline/contract.ts";
import { levelOf, REVEAL_SECONDS } from "../../../shared/helpline/levels.ts";
import { instantAt } from "../../../shared/kernel/calendar.ts";
import { finding } from "../../../shared/kernel/rule.ts";
import type { RecordPage } from "../../../shared/registration.ts";
import type { Env } from "../../app.ts";
import { answeringIn } from "../../helpline/answering.ts";
import { type PlaceName, refused } from "../../helpline/callers.ts";
import { whyRevealed } from "../../helpline/why.ts";
import { accept } from "../../http/accept.ts";
import type { StaffDeps } from "../../staff-app.ts";

export const helplineReveal = (deps: StaffDeps) => {
  const { openAs, places, now } = deps;
  const answering = answeringIn(deps);
  const { refuse } = answering;
  return new Hono<Env>().post(revealField.path, accept(revealField), (c) =>
    answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
      const { field, reason } = c.req.valid("json");
      const closed = answering.over(ticket);
      if (closed) return refuse(c, closed);
      const isProven = !ticket.behalf || ticket.behalf.personId;
      if (!ticket.personId || !isProven || levelOf(ticket.asked) < 1) return refuse(c, finding("reveal.level", "field"));
      const opened = await openAs(c.var.staff, ticket.personId, {
        roles: ["agent"],
        purpose: "call",
        reason: whyRevealed[reason],
        ticket: ticket.ticket,
        fields: [field],
      });
      if (opened.is !== "here") return answering.refusal(c, refused(opened));
      const value = unmasked(field, opened.record, await places());
      if (!value) return refuse(c, finding("reveal.nothing", "field"));
      return c.json({ field, value, until: instantAt(Date.parse(now()) + REVEAL_SECONDS * 1000) });
    }),
  );
};

function unmasked(field: RevealField, { registration, facts }: RecordPage, placeName: PlaceName): string | undefined {
  if (field === "name" || field === "number") return registration.identity[field];
  if (field === "phone") return leading(facts, "phone")?.phone;
  const address = leading(facts, field);
  return address && `${placeName(address.division)}${address.lines}`;
}
