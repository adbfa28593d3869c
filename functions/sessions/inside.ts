// What a session asks for: a code to a new phone, its check, one more proof.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { PlainMonth } from "../../shared/kernel/calendar.ts";
import type { PersonId, Phone } from "../../shared/kernel/fields.ts";
import { accepted, type Result } from "../../shared/kernel/result.ts";
import { proofText } from "../../shared/session/proof.ts";
import { WRONG_PROOFS_PER_SESSION } from "../../shared/session/rules.ts";
import { transacted } from "../transact.ts";
import { type Opened, STRANGER } from "./door.ts";
import { type Refusal, wait, wrong } from "./refusal.ts";
import { hashOf, newCode, newId, newToken, type Seal, sameSeal } from "./seal.ts";
import type { Tools } from "./sessions.ts";
import { keyOf, type Outgoing, type Session } from "./table.ts";

type Proving = {
  session: Session;
  token: string;
  deviceToken: string | undefined;
  proof: { cardNumber: string; lastPaid: PlainMonth };
};

export type InsideTools = Pick<Tools, "client" | "carry" | "counters" | "codes" | "kept" | "messages" | "moment">;

export function insideOf({ client, carry, counters, codes, kept, messages, moment }: InsideTools) {
  return {
    /** Who is inside may know that they have to wait themselves; of the phone they learn nothing. */
    async askPhoneCode(session: Session, phone: Phone): Promise<Result<undefined, Refusal>> {
      const { seal, now } = await moment();
      const device = session.deviceId ?? STRANGER;
      await counters.countInRush(now);
      const forPerson = await counters.sendOnce(keyOf.sends(session.subject, device), now);
      if (!forPerson.maySend) return wait(forPerson.retryAfterSeconds);
      // Whoever asks: to a phone that is not theirs yet everybody is a stranger. Apart from what the door counts, and used up
      // without a word: what others asked of this phone is nobody's business here, and its owner's codes are not spent.
      const { maySend } = await counters.sendOnce(keyOf.sends(seal("phone", `new|${phone}`), STRANGER), now);

      const code = newCode();
      const sealed = sealOf(seal, session.personId, phone, code);
      const messageId = newId();
      const message: Outgoing = maySend ? { kind: "phone-code", to: phone, calls: session.calls, code } : { kind: "nothing" };
      await Promise.all([
        codes.remember(phoneKey(seal, session.personId, phone), maySend ? sealed : undefined, now),
        messages.keep(messageId, message, now),
      ]);
      await carry(messageId);
      return accepted(undefined);
    },

    /**
     * Whether the new phone is in this person's hand. `consume` goes into the transaction that stores the change, so the code is
     * used up exactly when the change is there. The ladder is of this person and this phone alone.
     */
    async checkPhoneCode(
      personId: PersonId,
      phone: Phone,
      code: string,
    ): Promise<{ ok: true; consume: TransactWriteItem } | { ok: false; refusal: Refusal }> {
      const { seal, now } = await moment();
      const ladder = keyOf.ladder(seal("phone", `${personId}|${phone}`), "new-phone");
      const claim = await counters.tryOnce(ladder, now);
      if (!claim.mayTry) return wait(claim.retryAfterSeconds);

      const key = phoneKey(seal, personId, phone);
      const sealed = sealOf(seal, personId, phone, code);
      if (!codes.matches(await codes.at(key, now), sealed, now)) return wrong(claim.waitIfWrong, "code.wrong", "code");
      await transacted(client, [counters.forget(ladder)]);
      return { ok: true, consume: codes.consume(key, sealed) };
    },

    /** Makes a limited session complete, under a new token. Wrong twice, and it stays what it is. */
    async prove({ session, token, deviceToken, proof }: Proving): Promise<Result<Opened, Refusal>> {
      if (!session.limited) return accepted({ token, session });
      if (session.wrongProofs >= WRONG_PROOFS_PER_SESSION) return wrong(0, "proof.used-up");

      const { seal, now } = await moment();
      const ladder = keyOf.ladder(session.subject, `proof ${session.deviceId ?? STRANGER}`);
      const claim = await counters.tryOnce(ladder, now);
      if (!claim.mayTry) return wait(claim.retryAfterSeconds);
      if (!(await kept.spendProof(token))) return wrong(0, "proof.used-up");

      const given = seal("proof", `${session.sessionId}|${proofText(proof)}`);
      if (!session.proofs.some((known) => sameSeal(known, given))) return wrong(claim.waitIfWrong, "proof.wrong");

      const complete = completed(session, deviceToken);
      const opened = await transacted(client, [
        kept.leave(token),
        kept.begin(complete.token, complete.session),
        kept.remember(hashOf(complete.deviceToken), session.subject, now),
        counters.forget(ladder),
      ]);
      return opened ? accepted(complete) : wrong(0, "proof.used-up");
    },
  };
}

const phoneKey = (seal: Seal, personId: PersonId, phone: Phone) => keyOf.phoneCode(personId, seal("phone", phone));
const sealOf = (seal: Seal, personId: PersonId, phone: Phone, code: string) => seal("code", [personId, phone, code].join("|"));

function completed(session: Session, knownToken: string | undefined): Required<Opened> {
  const { because: _, ...rest } = session;
  const deviceToken = knownToken ?? newToken();
  return {
    token: newToken(),
    deviceToken,
    session: { ...rest, limited: false, proofs: [], deviceId: hashOf(deviceToken) },
  };
}
