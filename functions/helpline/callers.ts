// Whom a ticket is about, as far as the level of the call allows. What is not in the answer cannot be read out by mistake.

import { isInsured } from "../../shared/check/assess.ts";
import { checkReply } from "../../shared/check/reply.ts";
import type { Caller, Found, Shown, Verification } from "../../shared/helpline/contract.ts";
import { isOn, isWrongTwice, levelOf, pointsIn, WRONG_ANSWERS } from "../../shared/helpline/levels.ts";
import { isEnough, offered, POINTS_NEEDED, type Situation, shownCounty, worth } from "../../shared/helpline/questions.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { masked, maskedNumber } from "../../shared/privacy/masks.ts";
import { Insurance, type RecordPage } from "../../shared/registration.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import type { Sender } from "../../shared/submission.ts";
import { viewOf } from "../../shared/submissions/view.ts";
import { placesIn, viewOfTransfer } from "../../shared/transfer/view.ts";
import { filingFor } from "../desk/filing.ts";
import { dueBy } from "../due.ts";
import { openReminders } from "../reminders/reminders.ts";
import { paidAtWork, placesOf, remindersOf } from "../reminders/view.ts";
import type { Opened } from "../staff/record.ts";
import type { StaffDeps } from "../staff-app.ts";
import { readTransfers } from "../transfers/transfers.ts";
import { phoneForCodes } from "./codes.ts";
import type { Ticket } from "./kept.ts";
import { openTickets } from "./tickets.ts";

export type PlaceName = (code: string) => string;
/** `not-found`: gone, or of other places by now. */
export type CallerRefusal = { is: "not-found" } | { is: "wait"; retryAfterSeconds: number };
export type Callers = ReturnType<typeof callersIn>;
type Seen = { is: "seen"; person: RecordPage; asker: RecordPage | undefined; placeName: PlaceName };

export function callersIn({ client, openAs, casework, desk, places, policy, now }: StaffDeps) {
  const tickets = openTickets({ client, table: desk.table });
  const transfers = readTransfers({ client, table: casework.table });
  const reminders = openReminders({ client, table: casework.table });

  const open = (here: StaffHere, personId: PersonId, { ticket }: Ticket, reason: string, fields?: readonly string[]) =>
    openAs(here, personId, { roles: ["agent"], purpose: "call", reason, ticket, ...(fields && { fields }) });

  /** The record that a ticket is about, and of who is asked: the same person, or who calls for them. Each is a look. */
  async function see(here: StaffHere, ticket: Ticket, reason: string): Promise<Seen | CallerRefusal> {
    if (!ticket.personId || !isOn(ticket.call, now())) return { is: "not-found" };
    const person = await open(here, ticket.personId, ticket, reason);
    if (person.is !== "here") return refused(person);
    const placeName = await places();
    if (!ticket.behalf) return { is: "seen", person: person.record, asker: person.record, placeName };
    const other = ticket.behalf.personId && (await open(here, ticket.behalf.personId, ticket, reason));
    return { is: "seen", person: person.record, asker: other && other.is === "here" ? other.record : undefined, placeName };
  }

  async function view(here: StaffHere, ticket: Ticket, { person, asker, placeName }: Seen): Promise<Caller> {
    const verification = verificationOf(ticket, asker, placeName);
    const { behalf } = ticket;
    const beside = (await tickets.beside(person.registration.personId)).filter((other) => other.ticket !== ticket.ticket);
    const common = {
      shown: shownOf(person, placeName),
      verification,
      ...(behalf && { behalf: { as: behalf.as, proven: asker !== undefined } }),
      tickets: beside.map(({ ticket: no, category, state, openedAt, dueAt, owner }) => ({
        ticket: no,
        state,
        openedAt,
        ...(category && { category }),
        ...(dueAt && { dueAt }),
        mine: owner === here.member.staffId,
      })),
    };
    if (verification.level === 0) return { may: "nothing", ...common };
    const insurances = Insurance.options.map((insurance) => ({ insurance, insured: isInsured(person, insurance) }));
    if (verification.level === 1) return { may: "yes-no", ...common, insurances };
    const { personId } = person.registration;
    const filed = await filingFor({ client, desk, casework }, senderOf(here, ticket)).submissions(personId);
    const law = await policy();
    const record = checkReply({ record: person, today: dateOf(now()), policy: law, placeName, due: dueBy(law) });
    // A phone that is new or unconfirmed opens no transfers of anybody's own either.
    const moving = record.limited ? [] : await transfers.all(personId);
    const told = record.limited ? [] : ((await reminders.wanted(personId)).reminded?.told ?? []);
    const coming = record.limited ? [] : remindersOf(person, told, law, now());
    return {
      ...{ may: "all", ...common, record },
      submissions: filed.map((submission) => viewOf(submission, placeName)),
      transfers: moving.map(viewOfTransfer),
      reminders: coming,
      paid: paidAtWork(person),
      places: [...new Set([...placesIn(moving), ...placesOf(coming)])].map((division) => ({
        division,
        name: placeName(division),
      })),
    };
  }

  function verificationOf(ticket: Ticket, asker: RecordPage | undefined, placeName: PlaceName): Verification {
    const { asked, call } = ticket;
    const left = { needed: POINTS_NEEDED, points: pointsIn(asked), wrongLeft: Math.max(0, WRONG_ANSWERS - asked.wrong) };
    if (!asker) return { ...left, level: 0, asks: [], closed: "too-little", code: { state: "no-phone" } };
    const today = dateOf(now());
    const situation = { record: asker, today, placeName: levelsOf(placeName) };
    const questions = asked.wrongBefore ? [] : offered(situation);
    const stateOf = (question: Verification["asks"][number]["question"]) =>
      ({ question, state: asked.answers[question] ?? "open" }) as const;
    const reach = phoneForCodes(asker, today);
    const closed = isWrongTwice(asked)
      ? "wrong-twice"
      : asked.wrongBefore
        ? "wrong-before"
        : isEnough(questions)
          ? undefined
          : "too-little";
    return {
      ...left,
      level: levelOf(asked),
      until: call.until,
      asks: [
        stateOf("name"),
        stateOf("number"),
        ...questions.map((question) => ({ ...stateOf(question), worth: worth[question] })),
      ],
      ...(closed && { closed }),
      code: {
        state: isWrongTwice(asked) ? "closed" : reach.is !== "counts" ? "no-phone" : asked.code ? "sent" : "can-be-sent",
        ...(reach.is === "limited" && { limited: reach.because }),
      },
    };
  }

  return {
    open,
    see,
    view,

    /** The whole of it; undefined: nobody stands behind it, or nobody is on the telephone. */
    async of(here: StaffHere, ticket: Ticket, reason: string): Promise<Caller | CallerRefusal | undefined> {
      if (!ticket.personId || !isOn(ticket.call, now())) return undefined;
      const seen = await see(here, ticket, reason);
      return seen.is === "seen" ? view(here, ticket, seen) : seen;
    },

    situation: ({ asker, placeName }: Seen): Situation | undefined =>
      asker && { record: asker, today: dateOf(now()), placeName: levelsOf(placeName) },
  };
}

export const isRefusal = (given: Caller | CallerRefusal | Seen): given is CallerRefusal =>
  "is" in given && (given.is === "not-found" || given.is === "wait");

export const refused = (opened: Exclude<Opened, { is: "here" }>): CallerRefusal =>
  opened.is === "too-many" ? { is: "wait", retryAfterSeconds: opened.retryAfterSeconds } : { is: "not-found" };

export const senderOf = ({ member }: StaffHere, { ticket }: Pick<Ticket, "ticket">): Sender => {
  const { staffId, agency, workNumber } = member;
  return { staffId, role: "agent", agency, workNumber, channel: "helpline", ticket };
};

/** Enough to tell people apart. The county of the hukou is shown, so it is asked of nobody. */
export function shownOf({ registration, facts }: Pick<RecordPage, "registration" | "facts">, placeName: PlaceName): Shown {
  const { identity, status } = registration;
  const county = shownCounty({ facts });
  return {
    name: masked("name", identity.name),
    number: maskedNumber(identity),
    docType: identity.docType,
    ...(county && { county: { division: county, name: placeName(county) } }),
    ...(identity.birth && { birthYear: Number(identity.birth.slice(0, 4)) }),
    status,
  };
}
export type FoundPerson = Extract<Found, { is: "person" }>;

/** 安徽省, 淮南市, 寿县: each level without the one above it. */
export const levelsOf =
  (placeName: PlaceName) =>
  (code: string): string[] => {
    const names = [...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code].map(placeName))];
    return names.map((name, nth) => name.slice(nth > 0 && name.startsWith(names[nth - 1]!) ? names[nth - 1]!.length : 0));
  };
