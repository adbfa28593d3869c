// Finding whom a call is about, and the ticket of the call.
import { Hono } from "hono/tiny";
import { listTickets, openTicket, ownTicket, readTicket, search } from "../../../shared/helpline/contract.ts";
import { readSearch } from "../../../shared/helpline/search.ts";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import type { Env } from "../../app.ts";
import { answeringIn } from "../../helpline/answering.ts";
import { isRefusal, refused } from "../../helpline/callers.ts";
import type { Ticket } from "../../helpline/kept.ts";
import { openingIn, regionsHere } from "../../helpline/opening.ts";
import { searchingIn } from "../../helpline/searching.ts";
import { why } from "../../helpline/why.ts";
import { accept } from "../../http/accept.ts";
import { attempt } from "../../http/attempt.ts";
import { problem } from "../../http/problem.ts";
import type { StaffDeps } from "../../staff-app.ts";

export const helpline = (deps: StaffDeps) => {
  const { openAs, places, now } = deps;
  const answering = answeringIn(deps);
  const { tickets, callers } = answering;
  const [opening, searching] = [openingIn(deps), searchingIn(deps)];
  const today = () => dateOf(now());

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
      const no = opening.numberOf(here, c.var.attempt.key);
      const opened = async (ticket: Ticket | undefined, seen?: Awaited<ReturnType<typeof callers.of>>) => {
        if (!ticket) return problem(c, "not-found"); // opened by this attempt before, and somebody else's by now
        const caller = seen ?? (await callers.of(here, ticket, why.opened));
        if (caller && isRefusal(caller)) return answering.refusal(c, caller);
        return c.json({ opened: true as const, ticket: await answering.view(c, ticket), ...(caller && { caller }) });
      };
      if (await tickets.read(no)) return opened(await tickets.mine(here, no));
      if (!given) return opened(await opening.aboutNobody(here, no));

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

      const { kind } = sought.value;
      const placeName = await places();
      const found = await openAs(here, one, { roles: ["agent"], purpose: "call", reason: why.opened, ticket: no });
      if (found.is === "too-many") return answering.refusal(c, refused(found));
      if (found.is === "elsewhere")
        return c.json({ opened: false as const, kind, found: searching.elsewhere(sought.value, found.regions, placeName) });
      if (found.is === "nobody" || !searching.isStillSo(sought.value, found))
        return c.json({ opened: false as const, kind, found: [] });
      const ticket = await opening.about(here, no, sought.value, found);
      const seen = { is: "seen", person: found.record, asker: found.record, placeName } as const;
      return opened(ticket, ticket && (await callers.view(here, ticket, seen)));
    })

    .get(listTickets.path, accept(listTickets), async (c) => {
      const here = c.var.staff;
      const waiting = await tickets.waiting(regionsHere(here), "ticket");
      const open = waiting.filter(({ owner }) => !owner || owner === here.member.staffId);
      return c.json({
        tickets: open.map(({ ticket, state, category, dueAt, provisional, owner }) => ({
          ticket,
          state,
          dueAt,
          ...(provisional && { provisional }),
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
