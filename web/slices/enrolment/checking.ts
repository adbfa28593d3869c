// The page that sends a wish. Employee pension and medical insurance together are two wishes: sent one after the other, each once.
import { submitEnrolment } from "../../../shared/enrolment/contract.ts";
import { type Answer, call } from "../../call.ts";
import { wordsOnPage } from "../../words.ts";
import { theForm } from "../change/form.ts";
import { type SendWords, travelAs } from "../change/journey.ts";
import { showOutage } from "./broken.ts";
import type { Checked, CheckFile } from "./check.ts";
import { child, theEnrolment } from "./form.ts";
import { later } from "./later.ts";

const words = wordsOnPage<SendWords>();
const file = later<CheckFile>();

type Sent = Answer<{ receipt: string }>;

async function send({ requests }: Checked, attemptKey: string): Promise<Sent> {
  const asked = requests();
  if (!asked.ok) return { is: "problem", type: "refused", problem: { type: "refused", findings: [...asked.refusal] } };
  let answer: Sent | undefined;
  for (const [nth, body] of asked.value.entries()) {
    answer = await call(submitEnrolment, { body, attemptKey: keyOf(attemptKey, nth) });
    if (answer.is !== "value") return answer;
  }
  return answer ?? { is: "outage", outage: { because: "broken" } };
}

/** Each wish of an attempt has a key of its own, the same one however often it is sent. */
const keyOf = (attemptKey: string, nth: number) =>
  attemptKey.slice(0, -1) + (Number.parseInt(attemptKey.slice(-1), 16) ^ nth).toString(16);

void travelAs(
  {
    ...theEnrolment,
    page: `/enrolment/slip${child && `?for=${child}`}`,
    async read(said) {
      const [joiner, { prepare }] = await Promise.all([theEnrolment.read(said), file.catch(showOutage)]);
      return { ...joiner, begin: await prepare(joiner.offer, child).catch(showOutage) };
    },
    send,
  },
  words,
  ({ begin }, kept, draft) => begin(theForm(), kept, draft),
  { before: () => 2, after: () => 0 },
);
