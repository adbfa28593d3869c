// Another phone for somebody who is not signed in. A code shows that the new phone is in the hand of who asks; who that is, the
// desk finds out. What is done for someone known and someone unknown is the same, call by call.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { AttemptKey, PersonId, type Phone, type Receipt } from "../../shared/kernel/fields.ts";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import { masked } from "../../shared/privacy/masks.ts";
import type { Answer } from "../../shared/session/puzzle.ts";
import type { Who } from "../../shared/session/who.ts";
import { transacted } from "../transact.ts";
import type { Attempt } from "./attempts.ts";
import { STRANGER, subjectOf } from "./door.ts";
import { type Refusal, wait, wrong } from "./refusal.ts";
import { challengeIn } from "./rush.ts";
import { hashOf, newCode, newId, newToken, type Seal, uuidOf } from "./seal.ts";
import type { Tools } from "./sessions.ts";
import { keyOf } from "./table.ts";

type Ask = {
  who: Who;
  phone: Phone;
  answer: Answer | undefined;
  browser: { askToken: string | undefined; deviceToken: string | undefined };
};

/** What to store for a person, under which receipt. */
export type Filing = (personId: PersonId, key: AttemptKey, at: Instant) => { receipt: Receipt; writes: TransactWriteItem[] };

type Bring = {
  who: Who;
  phone: Phone;
  code: string;
  askToken: string | undefined;
  sent: { key: AttemptKey; fingerprint: string };
  file: Filing;
};

/** `isSame`: what was received under this key is what has come now. */
type Remembered = { receipt: Receipt; isSame: boolean };

export function replacementIn({
  client,
  findPerson,
  carry,
  codesPerMinute,
  attempts,
  counters,
  codes,
  kept,
  messages,
  moment,
}: Tools) {
  async function find({ documents, name }: Who): Promise<PersonId | undefined> {
    const found = await Promise.all(documents.map((document) => findPerson({ ...document, name })));
    return found.find((candidate) => candidate?.registration.status === "active")?.registration.personId;
  }

  return {
    /** The code goes to the new phone whether we know the person or not: whoever holds that phone would see the difference. */
    async askReplacementCode({ who, phone, answer, browser }: Ask): Promise<Result<{ askToken: string }, Refusal>> {
      const { seal, now } = await moment();
      const [person, subject] = personIn(seal, who);
      const challenge = await challengeIn(counters, codesPerMinute, { seal, subject, now, answer });
      if (challenge) return refused({ type: "busy", findings: [], challenge });

      const deviceId = hashOf(browser.deviceToken ?? STRANGER);
      const device = (await kept.knowsDevice(deviceId, person, now)) ? deviceId : STRANGER;
      const forPerson = await counters.sendOnce(keyOf.sends(subject, device), now);
      const line = forPerson.maySend ? phone : `nobody ${subject}`;
      // To a phone that is not theirs yet everybody is a stranger.
      const forPhone = await counters.sendOnce(keyOf.sends(ours(seal, "phone", line), STRANGER), now);

      const askToken = browser.askToken ?? newToken();
      const code = newCode();
      const goes = forPerson.maySend && forPhone.maySend;
      const messageId = newId();
      const message = { kind: "phone-code", to: phone, calls: masked("name", who.name), code } as const;
      await Promise.all([
        codes.remember(keyOf.doorCode(hashOf(askToken), subject), goes ? sealOf(seal, askToken, phone, code) : undefined, now),
        messages.keep(messageId, goes ? message : { kind: "nothing" }, now),
      ]);
      await carry(messageId);
      return accepted({ askToken });
    },

    /** Only what concerns somebody we know is filed; the code is used up and the receipt remembered for everybody. */
    async submitReplacement({ who, phone, code, askToken, sent, file }: Bring): Promise<Result<Remembered, Refusal>> {
      const { seal, now, at } = await moment();
      const [person, subject] = personIn(seal, who);
      const attempt = keyOf.attempt(ours(seal, "attempt", `${person}|${sent.key}`));
      const fingerprint = ours(seal, "attempt", sent.fingerprint);
      const answerTo = (found: Pick<Attempt, "receipt" | "fingerprint">) =>
        accepted({ receipt: found.receipt, isSame: found.fingerprint === fingerprint });
      const earlier = await attempts.at(attempt, now);
      if (earlier) return answerTo(earlier);
      if (!askToken) return wrong(0, "code.not-asked", "code");

      // Of this person and this phone together: nobody wears out the patience with anybody else's request.
      const ladder = keyOf.ladder(ours(seal, "tries", `${person}|${phone}`), "new-phone");
      const claim = await counters.tryOnce(ladder, now);
      if (!claim.mayTry) return wait(claim.retryAfterSeconds);

      const key = keyOf.doorCode(hashOf(askToken), subject);
      const [personId, known] = await Promise.all([find(who), codes.at(key, now)]);
      const sealed = sealOf(seal, askToken, phone, code);
      /** Of the same form twice at once, the second one finds the code used up, and the receipt there. */
      const unlessThere = async () => {
        const there = await attempts.at(attempt, now);
        return there ? answerTo(there) : wrong(claim.waitIfWrong, "code.wrong", "code");
      };
      if (!codes.matches(known, sealed, now)) return unlessThere();

      // A key of its own for each code: what is used again when the attempt is forgotten meets nothing old, for nobody.
      const filed = file(personId ?? nobody(seal, person), v.parse(AttemptKey, uuidOf(`${sent.key}|${sealed}`)), at);
      const received = { receipt: filed.receipt, fingerprint };
      const stored = await transacted(client, [
        ...(personId ? filed.writes : attempts.insteadOf(filed.writes, now)),
        codes.consume(key, sealed),
        attempts.keep(attempt, received, now),
        counters.forget(ladder),
      ]);
      return stored ? answerTo(received) : unlessThere();
    },
  };
}

/** Apart from all that signing in counts: who asks for a replacement keeps nobody from their sign-in codes. */
const ours = (seal: Seal, what: "person" | "phone" | "tries" | "attempt" | "nobody", text: string) =>
  seal("replacement", `${what}|${text}`);

/** Who is named, as signing in counts them; and as we do. */
const personIn = (seal: Seal, who: Who): [person: string, subject: string] => {
  const person = subjectOf(seal, who);
  return [person, ours(seal, "person", person)];
};

/** Good for one browser and one phone; it lies under the person whom it is about. */
const sealOf = (seal: Seal, askToken: string, phone: Phone, code: string) =>
  seal("code", ["replacement", askToken, phone, code].join("|"));

/** An id that nobody has: its receipt is made as any receipt is. */
const nobody = (seal: Seal, person: string): PersonId =>
  v.parse(
    PersonId,
    Buffer.from(ours(seal, "nobody", person), "base64url")
      .subarray(0, 16)
      .toString("base64url"),
  );
