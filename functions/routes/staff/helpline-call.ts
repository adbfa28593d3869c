// The call itself: what the caller answers, the code they read out, and what is shown of the record besides.
import { Hono } from "hono/tiny";
import { answerQuestion, callOnBehalf, markCall, sendCallerCode } from "../../../shared/helpline/contract.ts";
import { callFrom, heard, isNamed, isWrongTwice, mayBeAsked, nothingAsked } from "../../../shared/helpline/levels.ts";
import { isRight, offered } from "../../../shared/helpline/questions.ts";
import { readSearch } from "../../../shared/helpline/search.ts";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import { finding } from "../../../shared/kernel/rule.ts";
import type { Env } from "../../app.ts";
import { openDelegations } from "../../delegations/delegations.ts";
import { answeringIn } from "../../helpline/answering.ts";
import { isRefusal, refused } from "../../helpline/callers.ts";
import { openConsentCodes } from "../../helpline/codes.ts";
import { staysHidden } from "../../helpline/ticket-view.ts";
import { why } from "../../helpline/why.ts";
import { openWrongAnswers } from "../../helpline/wrong-answers.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import { lookOf } from "../../staff/record.ts";
import type { StaffDeps } from "../../staff-app.ts";

export const helplineCall = (deps: StaffDeps) => {
  const { client, desk, finder, looks, now } = deps;
  const answering = answeringIn(deps);
  const { tickets, callers, refuse } = answering;
  const codes = openConsentCodes({ ...deps, client, table: desk.table });
  const delegations = openDelegations({ client, table: deps.casework.table });
  const wrongAnswers = openWrongAnswers({ client, table: desk.table, now });

  return new Hono<Env>()
    .post(answerQuestion.path, accept(answerQuestion), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const here = c.var.staff;
        const { question, said } = c.req.valid("json");
        const closed = answering.over(ticket);
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

        const before = await wrongAnswers.standing(asker);
        // Also what was wrong since the ticket was opened: else somebody opens ten of them, and then begins to guess.
        const wrongBefore = ticket.asked.wrongBefore ?? (before.tooMany || undefined);
        if (!mayBeAsked({ ...ticket.asked, wrongBefore }, question, offered(situation)))
          return refuse(c, finding(wrongBefore ? "ask.closed" : "ask.not-offered", "question"));
        const right = isRight(question, said, situation);
        if (right === undefined) return refuse(c, finding("ask.unreadable", "said"));
        const asked = heard(ticket.asked, question, right);
        const counts = asked.wrong > ticket.asked.wrong;
        // The person reads in their log that somebody did not know who they said they were.
        if (counts && (isWrongTwice(asked) || before.isLast)) {
          const { ticket: no } = ticket;
          await looks.note(
            asker,
            lookOf(here, "agent", { purpose: "call", reason: why.wrongTwice, ticket: no }, crypto.randomUUID()),
          );
        }
        const next = await tickets.change(ticket, { asked }, [counts ? before.oneMore : before.still]);
        return next ? c.json({ right, caller: await callers.view(here, next, seen) }) : answering.overtaken(c);
      }),
    )

    .post(sendCallerCode.path, accept(sendCallerCode), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const closed = answering.over(ticket) ?? (isWrongTwice(ticket.asked) ? finding("ask.closed") : undefined);
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
        const closed = answering.over(ticket);
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
        const isTheirs =
          as === "parent" && caller && others.length === 0 && (await isParent(caller, person.record, dateOf(now())));
        // What the desk has said to a child who objected holds on the telephone too.
        const proven = isTheirs && (await delegations.objection(ticket.personId))?.state !== "upheld";
        const isBefore = proven && (await wrongAnswers.areTooMany(caller));
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
        if (staysHidden(ticket, c.var.staff, now())) return refuse(c, finding("ticket.hidden", "call"));
        const isBefore = ticket.personId && (await wrongAnswers.areTooMany(ticket.personId));
        const anew = { ...nothingAsked, wrong: asked.wrong, ...(isBefore && { wrongBefore: true as const }) };
        const next = await tickets.replace(ticket, { ...rest, call: callFrom(now()), asked: anew });
        return next ? c.json({ ticket: await answering.view(c, next) }) : answering.overtaken(c);
      }),
    );
};
