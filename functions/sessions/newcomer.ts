// Somebody who says that the register does not know them. A code shows that the phone is in their hand; who they are, the desk
// finds out. The register is not read here at all, so nothing in answer, work or waiting depends on who is in it.
import * as v from "valibot";
import { PersonId, type Phone } from "../../shared/kernel/fields.ts";
import { nameKey } from "../../shared/kernel/names.ts";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import type { NewWho } from "../../shared/newcomer/who.ts";
import { masked } from "../../shared/privacy/masks.ts";
import type { Answer } from "../../shared/session/puzzle.ts";
import { transacted } from "../transact.ts";
import { type Opened, STRANGER } from "./door.ts";
import { endOf } from "./kept.ts";
import { type Refusal, wait, wrong } from "./refusal.ts";
import { challengeIn } from "./rush.ts";
import { hashOf, newCode, newId, newToken, type Seal } from "./seal.ts";
import type { Tools } from "./sessions.ts";
import { keyOf, type Outgoing, type Session } from "./table.ts";

type Newcomer = { who: NewWho; phone: Phone };
type Ask = Newcomer & { answer: Answer | undefined; askToken: string | undefined };
type Open = Newcomer & { code: string; askToken: string | undefined };

export function newcomersIn({
  client,
  carry,
  codesPerMinute,
  counters,
  codes,
  kept,
  messages,
  moment,
}: Omit<Tools, "findPerson" | "openRecord" | "attempts">) {
  return {
    async askNewcomerCode({ who, phone, answer, askToken: held }: Ask): Promise<Result<{ askToken: string }, Refusal>> {
      const { seal, now } = await moment();
      const subject = subjectOf(seal, { who, phone });
      const challenge = await challengeIn(counters, codesPerMinute, { seal, subject, now, answer });
      if (challenge) return refused({ type: "busy", findings: [], challenge });

      // Apart from what the door counts: nobody is kept from their sign-in codes. Used up without a word, whoever asked.
      const forPerson = await counters.sendOnce(keyOf.sends(subject, STRANGER), now);
      const forPhone = await counters.sendOnce(keyOf.sends(ours(seal, "phone", phone), STRANGER), now);
      const goes = forPerson.maySend && forPhone.maySend;

      const askToken = held ?? newToken();
      const code = newCode();
      const messageId = newId();
      const message: Outgoing = goes
        ? { kind: "newcomer-code", to: phone, calls: masked("name", who.name), code }
        : { kind: "nothing" };
      await Promise.all([
        codes.remember(keyOf.doorCode(hashOf(askToken), subject), goes ? sealOf(seal, askToken, subject, code) : undefined, now),
        messages.keep(messageId, message, now),
      ]);
      await carry(messageId);
      return accepted({ askToken });
    },

    /** The right code, in the browser that asked, for this number, name and phone, once. */
    async openNewcomer({ who, phone, code, askToken }: Open): Promise<Result<Opened, Refusal>> {
      if (!askToken) return wrong(0, "code.not-asked", "code");

      const { seal, now, at } = await moment();
      const subject = subjectOf(seal, { who, phone });
      const ladder = keyOf.ladder(subject, "newcomer");
      const claim = await counters.tryOnce(ladder, now);
      if (!claim.mayTry) return wait(claim.retryAfterSeconds);

      const key = keyOf.doorCode(hashOf(askToken), subject);
      const sealed = sealOf(seal, askToken, subject, code);
      if (!codes.matches(await codes.at(key, now), sealed, now)) return wrong(claim.waitIfWrong, "code.wrong", "code");

      const token = newToken();
      const session: Session = {
        sessionId: newId(),
        personId: idOf(seal, { who, phone }),
        limited: true,
        newcomer: true,
        startedAt: at,
        seenAt: now,
        expiresAt: endOf(at, now),
        subject,
        calls: masked("name", who.name),
        proofs: [],
        wrongProofs: 0,
      };
      const opened = await transacted(client, [codes.consume(key, sealed), kept.begin(token, session), counters.forget(ladder)]);
      return opened ? accepted({ token, session }) : wrong(claim.waitIfWrong, "code.wrong", "code");
    },

    /** Whether a session was opened for this number, name and phone. */
    async isTheirs({ personId }: Pick<Session, "personId">, newcomer: Newcomer): Promise<boolean> {
      const { seal } = await moment();
      return personId === idOf(seal, newcomer);
    },
  };
}

const ours = (seal: Seal, what: "person" | "phone" | "id", text: string) => seal("newcomer", `${what}|${text}`);

const textOf = ({ who, phone }: Newcomer) => [who.docType, who.number, nameKey(who.name), phone].join("|");
const subjectOf = (seal: Seal, newcomer: Newcomer) => ours(seal, "person", textOf(newcomer));
const sealOf = (seal: Seal, askToken: string, subject: string, code: string) =>
  seal("code", ["newcomer", askToken, subject, code].join("|"));

/**
 * The id that is proposed for them: the same one for whoever comes back with the same number, name and phone, until the version of
 * the secret is dropped that was the oldest then. Nobody can tell it from chance (docs/decisions/2026-11-22-newcomers.md).
 */
const idOf = (seal: Seal, newcomer: Newcomer): PersonId =>
  v.parse(
    PersonId,
    Buffer.from(ours(seal, "id", textOf(newcomer)), "base64url")
      .subarray(0, 16)
      .toString("base64url"),
  );
