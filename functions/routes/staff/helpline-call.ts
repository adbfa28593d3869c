// The call itself: what the caller answers, the code they read out, and what is shown of the record besides.
import { Hono } from "hono/tiny";
import { leading } from "../../../shared/facts.ts";
import {
  answerQuestion,
  callOnBehalf,
  markCall,
  type RevealField,
  revealField,
  sendCallerCode,
} from "../../../shared/helpline/contract.ts";
import {
  callFrom,
  heard,
  isNamed,
  isOn,
  isWrongTwice,
  levelOf,
  mayBeAsked,
  nothingAsked,
  REVEAL_SECONDS,
  WRONG_ANSWERS,
} from "../../../shared/helpline/levels.ts";
import { isRight, offered } from "../../../shared/helpline/questions.ts";
import { readSearch } from "../../../shared/helpline/search.ts";
import { dateOf, instantAt } from "../../../shared/kernel/calendar.ts";
import { finding } from "../../../shared/kernel/rule.ts";
import type { RecordPage } from "../../../shared/registration.ts";
import type { Env } from "../../app.ts";
import { answeringIn } from "../../helpline/answering.ts";
import { isRefusal, type PlaceName, refused } from "../../helpline/callers.ts";
import { openConsentCodes } from "../../helpline/codes.ts";
import type { Ticket } from "../../helpline/kept.ts";
import { why, whyRevealed } from "../../helpline/why.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import { lookOf } from "../../staff/record.ts";
import type { StaffDeps } from "../../staff-app.ts";

export const helplineCall = (deps: StaffDeps) => {
  const { client, desk, finder, looks, openAs, places, now } = deps;
  const answering = answeringIn(deps);
  const { tickets, callers, refuse } = answering;
  const codes = openConsentCodes({ ...deps, client, table: desk.table });
  const isWrongBefore = async (personId: RecordPage["registration"]["personId"]) =>
    (await tickets.wrongOfLate(personId, now())) >= WRONG_ANSWERS;

  /** Why nothing can be asked or shown on it now. */
  const over = ({ personId, call }: Ticket) =>
    !personId ? finding("ask.nobody") : isOn(call, now()) ? undefined : finding("call.over");

  return new Hono<Env>()
    .post(answerQuestion.path, accept(answerQuestion), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const here = c.var.staff;
        const { question, said } = c.req.valid("json");
        const closed = over(ticket);
        if (closed) return refuse(c, closed);
        const seen = await callers.see(here, ticket, question === "code" ? why.code : why.answer);
        if (isRefusal(seen)) return answering.refusal(c, seen);
        const situation = callers.situation(seen);
        if (!situation || isWrongTwice(ticket.asked)) return refuse(c, finding("ask.closed", "question"));
        const asker = situation.record.registration.personId;

        if (question === "code") {
          if (!isNamed(ticket.asked)) return refuse(c, finding("code.identity-first", "question"));
          const checked = await codes.check({ ticket: ticket.ticket, personId: asker }, said.replace(/\D/g, ""));
          if (!checked.ok) return problem(c, checked.refusal.type, checked.refusal);
          const next = await tickets.change(ticket, { asked: { ...ticket.asked, code: "right" } }, checked.writes);
          return next ? c.json({ right: true, caller: await callers.view(here, next, seen) }) : answering.overtaken(c);
        }

        if (!mayBeAsked(ticket.asked, question, offered(situation)))
          return refuse(c, finding(ticket.asked.wrongBefore ? "ask.closed" : "ask.not-offered", "question"));
        const right = isRight(question, said, situation);
        if (right === undefined) return refuse(c, finding("ask.unreadable", "said"));
        const asked = heard(ticket.asked, question, right);
        const counts = asked.wrong > ticket.asked.wrong;
        // The person reads in their log that somebody did not know who they said they were.
        if (counts && isWrongTwice(asked)) {
          const { ticket: no } = ticket;
          await looks.note(
            asker,
            lookOf(here, "agent", { purpose: "call", reason: why.wrongTwice, ticket: no }, crypto.randomUUID()),
          );
        }
        const next = await tickets.change(ticket, { asked }, counts ? [await tickets.oneMoreWrong(asker, now())] : []);
        return next ? c.json({ right, caller: await callers.view(here, next, seen) }) : answering.overtaken(c);
      }),
    )

    .post(sendCallerCode.path, accept(sendCallerCode), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const closed = over(ticket) ?? (isWrongTwice(ticket.asked) ? finding("ask.closed") : undefined);
        if (closed) return refuse(c, closed);
        if (!isNamed(ticket.asked)) return refuse(c, finding("code.identity-first"));
        const seen = await callers.see(c.var.staff, ticket, why.code);
        if (isRefusal(seen)) return answering.refusal(c, seen);
        if (!seen.asker) return refuse(c, finding("ask.closed"));
        const of = { ticket: ticket.ticket, personId: seen.asker.registration.personId };
        const sent = await codes.send(of, seen.asker);
        if (!sent.ok) return problem(c, sent.refusal.type, sent.refusal);
        const code = ticket.asked.code ?? "sent";
        const next = await tickets.change(ticket, { asked: { ...ticket.asked, code } });
        return next ? c.json({ expiresInMinutes: sent.expiresInMinutes }, 202) : answering.overtaken(c);
      }),
    )

    .post(callOnBehalf.path, accept(callOnBehalf), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const here = c.var.staff;
        const { as, typed } = c.req.valid("json");
        const closed = over(ticket);
        if (closed) return refuse(c, closed);
        const sought = readSearch(typed, dateOf(now()));
        if (!sought.ok || sought.value.kind !== "number") return refuse(c, finding("behalf.number-missing", "typed"));
        const { people, isParent } = await finder();
        const [caller, ...others] = await people(sought.value);
        if (!ticket.personId) return problem(c, "not-found");
        const person = await callers.open(here, ticket.personId, ticket, why.behalf);
        if (person.is !== "here") return answering.refusal(c, refused(person));
        // Parents of minors are known by household and certificate. A mandate or a guardianship is in no register that we can read:
        // it is shown at the desk.
        const proven = as === "parent" && caller && others.length === 0 && (await isParent(caller, person.record, dateOf(now())));
        const isBefore = proven && (await isWrongBefore(caller));
        const asked = heard(nothingAsked, "number", true);
        const next = await tickets.change(ticket, {
          behalf: { as, ...(proven && { personId: caller }) },
          asked: { ...asked, wrong: ticket.asked.wrong, ...(isBefore && { wrongBefore: true as const }) },
        });
        return next ? answering.whole(c, next, why.behalf) : answering.overtaken(c);
      }),
    )

    .post(markCall.path, accept(markCall), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const { call, asked, behalf: _, ...rest } = ticket;
        if (c.req.valid("json").call === "ended") return answering.changed(c, ticket, { call: { ...call, ended: true } });
        const isBefore = ticket.personId && (await isWrongBefore(ticket.personId));
        const anew = { ...nothingAsked, wrong: asked.wrong, ...(isBefore && { wrongBefore: true as const }) };
        const next = await tickets.replace(ticket, { ...rest, call: callFrom(now()), asked: anew });
        return next ? c.json({ ticket: await answering.view(c, next) }) : answering.overtaken(c);
      }),
    )

    .post(revealField.path, accept(revealField), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const { field, reason } = c.req.valid("json");
        const closed = over(ticket);
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
