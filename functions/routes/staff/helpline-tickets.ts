// What becomes of a ticket: what was asked, what was answered, who goes on with it until when.
import { Hono } from "hono/tiny";
import type * as v from "valibot";
import {
  askCallBack,
  makeAppointment,
  noteTicket,
  rateTicket,
  readReporter,
  takeStep,
} from "../../../shared/helpline/contract.ts";
import { refusesStep } from "../../../shared/helpline/steps.ts";
import { isAnswered, isEnded, steps } from "../../../shared/helpline/ticket.ts";
import { dateOf, daysBetween } from "../../../shared/kernel/calendar.ts";
import { loadedCalendar } from "../../../shared/kernel/loaded-calendar.ts";
import { finding } from "../../../shared/kernel/rule.ts";
import { isWeekend } from "../../../shared/kernel/working-days.ts";
import type { Env } from "../../app.ts";
import { answeringIn } from "../../helpline/answering.ts";
import { refused } from "../../helpline/callers.ts";
import { versionOf } from "../../helpline/cards.ts";
import { dueOf } from "../../helpline/due.ts";
import type { Ticket } from "../../helpline/kept.ts";
import { reopeningDays, staysHidden } from "../../helpline/ticket-view.ts";
import type { Next } from "../../helpline/tickets.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import type { StaffDeps } from "../../staff-app.ts";

/** So far ahead a desk gives appointments. */
const APPOINTMENT_DAYS = 30;
type StepBody = v.InferOutput<(typeof takeStep)["body"]>;

export const helplineTickets = (deps: StaffDeps) => {
  const { due, openAs, places, policy, now } = deps;
  const answering = answeringIn(deps);
  const { tickets, refuse } = answering;
  const today = () => dateOf(now());
  const dated = (ticket: Next): Next => ({ ...ticket, ...dueOf(ticket, due) });

  /** What the step leaves on the ticket besides its state. */
  function said(ticket: Ticket, body: StepBody): Partial<Next> {
    if (body.step === "answer" || body.step === "reply") {
      const cards = body.cards.map((id) => ({ id, version: versionOf(id) ?? "" }));
      const category = ticket.category ?? ("category" in body ? body.category : undefined) ?? "consultation";
      return { category, answer: { text: body.text, cards, at: now() } };
    }
    if (body.step === "accept") return { acceptedAt: today() };
    // Opened again it is as if it had been accepted today; the caller's mark was for the answer before.
    if (body.step === "reopen")
      return { reason: body.reason, reopened: true, acceptedAt: today(), extended: undefined, rating: undefined };
    if (body.step === "turn-down") return { reason: body.reason };
    if (body.step === "transfer") return { reason: body.reason, transferredTo: body.to };
    if (body.step === "extend") return { extended: true, notice: body.notice };
    return {};
  }

  return new Hono<Env>()
    .post(noteTicket.path, accept(noteTicket), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const { version, category, labour, summary, parts } = c.req.valid("json");
        if (version !== ticket.version) return answering.overtaken(c);
        if (isEnded(ticket.state)) return refuse(c, finding("ticket.not-now"));
        if (category !== "complaint" && staysHidden(ticket, c.var.staff, now()))
          return refuse(c, finding("ticket.hidden", "category"));
        if (labour && category !== "complaint") return refuse(c, finding("ticket.labour-is-complaint", "labour"));
        return answering.changed(c, ticket, dated({ ...ticket, category, labour, summary, parts }));
      }),
    )

    .post(takeStep.path, accept(takeStep), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const body = c.req.valid("json");
        const days = reopeningDays(await policy(), ticket, now());
        const why = refusesStep(ticket, body.step, { today: today(), reopeningDays: days });
        if (why) return refuse(c, why);
        if ("cards" in body && !body.cards.every((id) => versionOf(id)))
          return refuse(c, finding("ticket.card-unknown", "cards"));
        const state = body.step === "extend" ? ticket.state : steps[body.step].leadsTo;
        const entry = body.step === "extend" ? [] : [{ state, at: now(), by: c.var.staff.member.staffId }];
        const next = { ...ticket, ...said(ticket, body), state, history: [...ticket.history, ...entry] };
        return answering.changed(c, ticket, dated(next));
      }),
    )

    .post(rateTicket.path, accept(rateTicket), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        if (!isAnswered(ticket.state) || ticket.rating) return refuse(c, finding("ticket.not-now"));
        return answering.changed(c, ticket, { rating: c.req.valid("json").score });
      }),
    )

    .post(askCallBack.path, accept(askCallBack), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const { phone, suits } = c.req.valid("json");
        if (ticket.callBack && ["open", "taken"].includes(ticket.callBack.state))
          return refuse(c, finding("call-back.open-already"));
        const { dueAt, provisional, counted } = due(today(), ticket.region, "helpline.consultation-expert");
        const callBack = { state: "open" as const, phone, dueAt, tries: [], ...(provisional && { provisional, counted }) };
        return answering.changed(c, ticket, { callBack: { ...callBack, ...(suits && { suits }) } });
      }),
    )

    .post(makeAppointment.path, accept(makeAppointment), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, async (ticket) => {
        const { day, half, division = ticket.region } = c.req.valid("json");
        const ahead = daysBetween(today(), day);
        if (ahead < 1 || ahead > APPOINTMENT_DAYS) return refuse(c, finding("appointment.day", "day"));
        if (!(loadedCalendar(day) ?? !isWeekend(day))) return refuse(c, finding("appointment.closed-day", "day"));
        const name = (await places())(division);
        if (name === division && division !== ticket.region) return refuse(c, finding("appointment.place-unknown", "division"));
        return answering.changed(c, ticket, { appointment: { day, half, desk: { division, name } } });
      }),
    )

    .post(readReporter.path, accept(readReporter), async (c) => {
      const ticket = await tickets.inPlace(c.var.staff, c.req.valid("param").ticket, ["officer"]);
      if (ticket?.category !== "complaint") return problem(c, "not-found");
      const { phone } = ticket.callBack ?? {};
      if (!ticket.personId) return c.json({ ...(phone && { phone }) });
      const opened = await openAs(c.var.staff, ticket.personId, {
        roles: ["officer"],
        purpose: "task",
        reason: c.req.valid("json").reason,
        ticket: ticket.ticket,
        fields: ["name", "number"],
        task: ticket.region,
      });
      if (opened.is !== "here") return answering.refusal(c, refused(opened));
      const { name, number } = opened.record.registration.identity;
      return c.json({ name, number, ...(phone && { phone }) });
    });
};
