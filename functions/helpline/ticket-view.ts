// A ticket as the console shows it. Of whom it is about, nothing: that is functions/helpline/callers.ts, by level.
import type { CallBack, TicketView } from "../../shared/helpline/contract.ts";
import { isOn } from "../../shared/helpline/levels.ts";
import { openSteps } from "../../shared/helpline/steps.ts";
import { isAnswered, ownerOf } from "../../shared/helpline/ticket.ts";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { Policy } from "../../shared/policy/law.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import type { KeptCallBack, Ticket } from "./kept.ts";

/** A complaint keeps who complained from whoever handles it; the agent on the telephone knows it anyway. */
export const isHidden = ({ category, call }: Ticket, now: Instant): boolean => category === "complaint" && !isOn(call, now);

/** For good, but for who opened it and heard it: else whoever takes it over had only to say that a call has begun. */
export const staysHidden = (ticket: Ticket, { member }: StaffHere, now: Instant): boolean =>
  isHidden(ticket, now) && ticket.history[0]?.by !== member.staffId;

export const callBackView = (
  { owner, phone, tries, counted: _, ...rest }: KeptCallBack,
  here: StaffHere,
  mayRead: boolean,
): CallBack => ({
  ...rest,
  ...((mayRead || owner === here.member.staffId) && { phone }),
  tries: tries.map(({ at, reached }) => ({ at, reached })),
  mine: owner === here.member.staffId,
});

export const reopeningDays = (policy: Policy, { region }: Pick<Ticket, "region">, now: Instant): number | undefined => {
  const held = policy({ region, asOf: dateOf(now) }).read({ days: "helpline.reopening" });
  return held.ok ? held.value.days : undefined;
};

export function ticketView(ticket: Ticket, here: StaffHere, policy: Policy, now: Instant): TicketView {
  const { personId, owner, behalf: _, asked: __, call, parts, callBack, history, acceptedAt: ___, ...shown } = ticket;
  const hidden = isHidden(ticket, now);
  const mine = owner === here.member.staffId;
  const { notice: _notice, reopened: _reopened, ...rest } = shown;
  const steps = openSteps(ticket, { today: dateOf(now), reopeningDays: reopeningDays(policy, ticket, now) });
  return {
    ...rest,
    ...(isOn(call, now) && { callUntil: call.until }),
    parts: parts.map((part) => ({ ...part, owner: ownerOf(part.topic) })),
    ...(callBack && { callBack: callBackView(callBack, here, mine && !hidden) }),
    history: history.map(({ state, at }) => ({ state, at })),
    may: [...steps, ...(isAnswered(ticket.state) && !ticket.rating ? ["rate"] : [])],
    about: personId === undefined ? "nobody" : hidden ? "hidden" : "person",
  };
}
