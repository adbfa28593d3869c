// Finding whom a call is about, and the ticket of the call.
import { createHash } from "node:crypto";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import { listTickets, openTicket, ownTicket, readTicket, search } from "../../../shared/helpline/contract.ts";
import { callFrom, heard, nothingAsked, WRONG_ANSWERS } from "../../../shared/helpline/levels.ts";
import { isRight } from "../../../shared/helpline/questions.ts";
import { readSearch, type Sought } from "../../../shared/helpline/search.ts";
import { TicketNo } from "../../../shared/helpline/ticket.ts";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import type { AttemptKey, DivisionCode } from "../../../shared/kernel/fields.ts";
import type { RecordPage } from "../../../shared/registration.ts";
import { covers, regionsOf } from "../../../shared/staff/regions.ts";
import type { StaffHere } from "../../../shared/staff/staff.ts";
import type { Env } from "../../app.ts";
import { answeringIn } from "../../helpline/answering.ts";
import { isRefusal, levelsOf, refused } from "../../helpline/callers.ts";
import { dueOf } from "../../helpline/due.ts";
import type { Ticket } from "../../helpline/kept.ts";
import { searchingIn } from "../../helpline/searching.ts";
import type { Next } from "../../helpline/tickets.ts";
import { why } from "../../helpline/why.ts";
import { accept } from "../../http/accept.ts";
import { attempt } from "../../http/attempt.ts";
import { problem } from "../../http/problem.ts";
import { receiptFrom } from "../../receipt.ts";
import type { StaffDeps } from "../../staff-app.ts";

const regionsHere = ({ grants }: StaffHere): DivisionCode[] =>
  grants.filter(({ role }) => role === "agent").flatMap(({ regions }) => regions);

export const helpline = (deps: StaffDeps) => {
  const { openAs, places, due, now } = deps;
  const answering = answeringIn(deps);
  const { tickets, callers } = answering;
  const searching = searchingIn(deps);
  const today = () => dateOf(now());

  /** The day and forty bits of a digest over who opens it and their attempt: the same attempt is the same ticket. */
  function numberOf({ member }: StaffHere, key: AttemptKey): TicketNo {
    const letters = receiptFrom(createHash("sha256").update(`ticket ${member.staffId}:${key}`).digest());
    return v.parse(TicketNo, `G-${today().slice(5).replace("-", "")}-${letters.slice(0, 9)}`);
  }

  function begun(here: StaffHere, no: TicketNo, region: DivisionCode): Next {
    const at = now();
    const by = here.member.staffId;
    const ticket: Next = {
      ticket: no,
      state: "NEW",
      region,
      openedAt: at,
      owner: by,
      call: callFrom(at),
      asked: nothingAsked,
      parts: [],
      history: [{ state: "NEW", at, by }],
    };
    return { ...ticket, ...dueOf(ticket, due) };
  }

  /** What the search has answered already: number or name, as the caller said them. A wrong name counts. */
  async function about(ticket: Next, sought: Sought, record: RecordPage): Promise<{ next: Next; wrong: boolean }> {
    const { personId } = record.registration;
    const situation = { record, today: today(), placeName: levelsOf(await places()) };
    const said = sought.kind === "number" ? sought.name : undefined;
    const known = sought.kind === "number" ? (["number"] as const) : sought.kind === "name-birth" ? (["name"] as const) : [];
    let asked = known.reduce((so, question) => heard(so, question, true), nothingAsked);
    if (said !== undefined) asked = heard(asked, "name", isRight("name", said, situation) === true);
    const wrongBefore = (await tickets.wrongOfLate(personId, now())) >= WRONG_ANSWERS;
    return {
      next: { ...ticket, personId, asked: { ...asked, ...(wrongBefore && { wrongBefore }) } },
      wrong: asked.wrong > 0,
    };
  }

  /** The place of theirs in which the person belongs. */
  const regionFor = (here: StaffHere, record: RecordPage): DivisionCode | undefined =>
    regionsOf(record).find((place) => regionsHere(here).some((granted) => covers(granted, place)));

  async function opened(
    here: StaffHere,
    next: Next,
    writes: Parameters<typeof tickets.create>[1] = [],
  ): Promise<Ticket | undefined> {
    if (await tickets.create(next, writes)) return { ...next, version: 1 };
    return tickets.mine(here, next.ticket);
  }

  return new Hono<Env>()
    .post(search.path, accept(search), async (c) => {
      const sought = readSearch(c.req.valid("json").typed, today());
      if (!sought.ok) return problem(c, "refused", { findings: sought.refusal });
      if (sought.value.kind === "ticket") return c.json(await searching.ticket(c.var.staff, sought.value));
      const listed = await searching.list(c.var.staff, sought.value, await searching.people(sought.value));
      return listed.is === "listed" ? c.json(listed.reply) : answering.refusal(c, listed);
    })

    .post(openTicket.path, attempt(), accept(openTicket), async (c) => {
      const here = c.var.staff;
      const { search: given } = c.req.valid("json");
      const no = numberOf(here, c.var.attempt.key);
      const answer = async (ticket: Ticket | undefined) => {
        if (!ticket) return problem(c, "not-found"); // it was opened by this attempt before, and is somebody else's by now
        const caller = await callers.of(here, ticket, why.opened);
        if (caller && isRefusal(caller)) return answering.refusal(c, caller);
        return c.json({ opened: true as const, ticket: await answering.view(c, ticket), ...(caller && { caller }) });
      };
      const before = await tickets.read(no);
      if (before) return answer(await tickets.mine(here, no));
      if (!given) {
        const [region] = regionsHere(here);
        return region ? answer(await opened(here, begun(here, no, region))) : problem(c, "not-found");
      }

      const sought = readSearch(given.typed, today());
      if (!sought.ok) return problem(c, "refused", { findings: sought.refusal });
      if (sought.value.kind === "ticket")
        return c.json({ opened: false as const, ...(await searching.ticket(here, sought.value)) });
      const people = await searching.people(sought.value);
      const one = given.pick ? searching.picked(here, people, given.pick) : people.length === 1 ? people[0] : undefined;
      if (!one) {
        const listed = await searching.list(here, sought.value, people);
        return listed.is === "listed" ? c.json({ opened: false as const, ...listed.reply }) : answering.refusal(c, listed);
      }

      const reasons = { roles: ["agent"], purpose: "call", reason: why.opened, ticket: no } as const;
      const found = await openAs(here, one, reasons);
      if (found.is === "too-many") return answering.refusal(c, refused(found));
      const kind = sought.value.kind;
      if (found.is === "elsewhere")
        return c.json({ opened: false as const, kind, found: searching.elsewhere(sought.value, found.regions, await places()) });
      const region = found.is === "here" ? regionFor(here, found.record) : undefined;
      if (found.is !== "here" || !region || !searching.isStillSo(sought.value, found))
        return c.json({ opened: false as const, kind, found: [] });
      const { next, wrong } = await about(begun(here, no, region), sought.value, found.record);
      const ticket = await opened(here, next, wrong ? [await tickets.oneMoreWrong(one, now())] : []);
      if (!ticket) return problem(c, "not-found");
      const caller = await callers.view(here, ticket, {
        is: "seen",
        person: found.record,
        asker: found.record,
        placeName: await places(),
      });
      return c.json({ opened: true as const, ticket: await answering.view(c, ticket), caller });
    })

    .get(listTickets.path, accept(listTickets), async (c) => {
      const here = c.var.staff;
      const waiting = await tickets.waiting(regionsHere(here), "ticket");
      const open = waiting.filter(({ owner }) => !owner || owner === here.member.staffId);
      return c.json({
        tickets: open.map(({ ticket, state, category, dueAt, owner }) => ({
          ticket,
          state,
          dueAt,
          ...(category && { category }),
          mine: owner !== undefined,
        })),
      });
    })

    .get(readTicket.path, accept(readTicket), (c) =>
      answering.withMine(c, c.req.valid("param").ticket, (ticket) => answering.whole(c, ticket, why.readAgain)),
    )

    .post(ownTicket.path, accept(ownTicket), async (c) => {
      const here = c.var.staff;
      const ticket = await tickets.inPlace(here, c.req.valid("param").ticket, ["agent"]);
      const mine = ticket?.owner === here.member.staffId;
      const { owner } = c.req.valid("json");
      if (!ticket || (owner === "nobody" && !mine)) return problem(c, "not-found");
      if (owner === "nobody") {
        const { owner: _, ...left } = ticket;
        const next = await tickets.replace(ticket, left);
        return next ? c.json({ ticket: await answering.view(c, next) }) : answering.overtaken(c);
      }
      const next = mine ? ticket : await tickets.change(ticket, { owner: here.member.staffId });
      return next ? answering.whole(c, next, why.takenOver) : answering.overtaken(c);
    });
};
