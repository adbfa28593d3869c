// A code by which an adult lets somebody act for them. It goes to the adult's phone, or nowhere; what is done for somebody known,
// unknown, under age or with the asker's own phone is the same, call by call.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { ASKS_PER_GIVER_A_DAY, ASKS_PER_PAIR_A_DAY, phoneFor } from "../../shared/delegation/rules.ts";
import type { Scope } from "../../shared/delegation/scopes.ts";
import { dateOf, type PlainDate } from "../../shared/kernel/calendar.ts";
import type { PersonId, Phone } from "../../shared/kernel/fields.ts";
import { accepted, type Result } from "../../shared/kernel/result.ts";
import { masked } from "../../shared/privacy/masks.ts";
import { ASKS_HOURS } from "../../shared/privacy/times.ts";
import type { Who } from "../../shared/session/who.ts";
import { STRANGER, subjectOf } from "./door.ts";
import { type Refusal, wait, wrong } from "./refusal.ts";
import { newCode, newId, type Seal } from "./seal.ts";
import type { Tools } from "./sessions.ts";
import { keyOf, type Outgoing, type Session } from "./table.ts";

/** `phones`: every one that the register has, or had, for who asks. `scopes` in their one order. */
export type Wish = {
  session: Session;
  who: Who;
  scopes: readonly Scope[];
  months: number;
  phones: readonly Phone[];
  named: string;
};
/** `uses` go into the transaction that begins it. */
export type Proven = { giver: PersonId; calls: string; uses: TransactWriteItem[] };

export function delegationCodesIn({ findPerson, carry, counters, codes, messages, moment }: Tools) {
  /** Whom a code may reach, and at which phone. */
  async function reach({ session, who, phones }: Wish, seal: Seal, today: PlainDate) {
    const found = await Promise.all(who.documents.map((document) => findPerson({ ...document, name: who.name })));
    const giver = found.find((candidate) => candidate !== undefined);
    const phone = phoneFor(giver, session.personId, phones, today);
    if (!giver || !phone || session.codeWentTo === sentTo(seal, phone)) return undefined;
    const { personId, identity } = giver.registration;
    return { giver: personId, phone, calls: masked("name", identity.name) };
  }

  return {
    async ask(wish: Wish): Promise<Result<undefined, Refusal>> {
      const { session } = wish;
      const { seal, now, at } = await moment();
      const subject = subjectOf(seal, wish.who);
      await counters.countInRush(now);
      const mine = await counters.sendOnce(keyOf.sends(ours(seal, "by", session.personId), STRANGER), now);
      if (!mine.maySend) return wait(mine.retryAfterSeconds);
      const pair = ours(seal, "pair", `${session.personId}|${subject}`);
      const ofPair = await counters.sendOnce(keyOf.asks(pair), now, { most: ASKS_PER_PAIR_A_DAY, hours: ASKS_HOURS });
      // What was typed is counted, whoever it leads to: to say so tells nothing of the register.
      if (!ofPair.maySend) return wait(ofPair.retryAfterSeconds);

      const reached = await reach(wish, seal, dateOf(at));
      // Used up without a word, whoever asked: what others asked of this phone is nobody's business here.
      const line = ours(seal, "phone", reached ? reached.phone : `nobody ${subject}`);
      const ofPhone = await counters.sendOnce(keyOf.asks(line), now, { most: ASKS_PER_GIVER_A_DAY, hours: ASKS_HOURS });
      const goes = ofPhone.maySend ? reached : undefined;
      const code = newCode();
      const messageId = newId();
      const message: Outgoing = goes
        ? {
            ...{ kind: "delegation-code", to: goes.phone, calls: goes.calls, code },
            ...{ by: session.calls, scopes: [...wish.scopes], months: wish.months },
          }
        : { kind: "nothing" };
      const key = keyOf.delegationCode(session.personId, subject);
      await Promise.all([
        codes.remember(key, goes && sealOf(seal, wish, goes, code), now),
        messages.keep(messageId, message, now),
      ]);
      await carry(messageId);
      return accepted(undefined);
    },

    /** The right code, for this very wish, by who asked for it. Of a hundred tries at once five are looked at. */
    async check(wish: Wish, code: string): Promise<Result<Proven, Refusal>> {
      const { personId } = wish.session;
      const { seal, now, at } = await moment();
      const subject = subjectOf(seal, wish.who);
      const ladder = keyOf.ladder(ours(seal, "tries", `${personId}|${subject}`), "delegation");
      const claim = await counters.tryOnce(ladder, now);
      if (!claim.mayTry) return wait(claim.retryAfterSeconds);

      const key = keyOf.delegationCode(personId, subject);
      const [reached, known] = await Promise.all([reach(wish, seal, dateOf(at)), codes.at(key, now)]);
      const sealed = sealOf(seal, wish, reached, code);
      if (!codes.matches(known, sealed, now) || !reached) return wrong(claim.waitIfWrong, "code.wrong", "code");
      const uses = [codes.consume(key, sealed), counters.forget(ladder)];
      return accepted({ giver: reached.giver, calls: reached.calls, uses });
    },
  };
}

const ours = (seal: Seal, what: "by" | "pair" | "phone" | "tries", text: string) => seal("delegation", `${what}|${text}`);

/** As the door notes it with a session. */
const sentTo = (seal: Seal, phone: Phone) => seal("phone", `session|${phone}`);

/** Good for one wish of one person to another, at the phone that these have now. */
const sealOf = (
  seal: Seal,
  { session, scopes, months }: Wish,
  reached: { giver: PersonId; phone: Phone } | undefined,
  code: string,
) => seal("code", ["delegation", session.personId, reached?.giver, reached?.phone, scopes.join(), months, code].join("|"));
