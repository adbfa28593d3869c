// The application for a transfer: the record is read, what it says is filled in, and one attempt is sent however often.

import type * as v from "valibot";
import { readDraftKeys } from "../../../shared/check/seen.ts";
import type { Finding } from "../../../shared/kernel/rule.ts";
import type { TransferWish } from "../../../shared/transfer/contract.ts";
import { type OfferSeen, seeOffer, sendTransfer } from "../../../shared/transfer/seen.ts";
import type { Simulation } from "../../../shared/transfer/simulate.ts";
import { sayForWhom } from "../../acting-for.ts";
import { call } from "../../call.ts";
import { byId } from "../../dom.ts";
import { showNotice } from "../../notice.ts";
import { wordsOnPage } from "../../words.ts";
import { type Keyed, theForm } from "../change/form.ts";
import { type Journey, type SendWords, travelAs } from "../change/journey.ts";
import { readAs } from "../change/known.ts";
import { offerAgain, showOutage } from "../enrolment/broken.ts";
import { later } from "../enrolment/later.ts";

export type Body = v.InferInput<typeof sendTransfer.body>;
export type Planned = { found: Simulation; body: Body };
export type Wished = { wish: TransferWish; draft: string; papers: readonly string[]; consent: string };
/** What works it out: a file of its own. `inAnyCase`: what stands in the way of each of these moves, whatever is answered besides. */
export type Planning = {
  needsConsent: boolean;
  work(wished: Wished): Promise<Planned>;
  inAnyCase(wishes: readonly TransferWish[]): Promise<readonly Finding[]>;
};
export type Applying = {
  offer: OfferSeen;
  form: HTMLFormElement;
  kept: Record<string, string>;
  draft: string;
  /** Somebody else for whom it is; empty: for oneself. */
  whom: string;
  planned: Planning;
};
export type Applied = Journey & { body(): Body | undefined };

type Steps = { begin(applying: Applying): Applied };
type Plans = { planningOf(offer: OfferSeen, whom: string): Planning };

const words = wordsOnPage<SendWords & Record<"notYours", string>>();
const whom = new URLSearchParams(location.search).get("for") ?? "";
const steps = later<Steps>();

function plans(): Promise<Plans> {
  const address = byId("rows").dataset["then"] ?? "";
  const module: Promise<Plans> = import(address);
  return module.catch((): Promise<Plans> => import(`${address}?again`));
}

type Applier = Keyed & { offer: OfferSeen; begin: Steps["begin"]; planned: Planning };

void travelAs<Applier, Applied>(
  {
    form: ["transfer", whom].filter(Boolean).join("."),
    page: `/transfers${whom && `?for=${whom}`}`,
    async read(said) {
      sayForWhom();
      const asked = call(seeOffer, whom ? { query: { for: whom } } : {});
      const { draftKeys } = await readAs<Keyed & { limited: false }>(readDraftKeys, said); // says why where nothing can be read, and what to do instead
      const answer = await asked;
      if (answer.is === "value") {
        const [{ begin }, { planningOf }] = await Promise.all([steps, plans()]).catch(showOutage);
        return { draftKeys, offer: answer.value, begin, planned: planningOf(answer.value, whom) };
      }
      theForm().hidden = true;
      if (answer.is === "outage") offerAgain(answer.outage, words);
      else showNotice(words.notYours, [words.tryAgain]);
      return new Promise<never>(() => {}); // nothing can be chosen
    },
    async send(journey, attemptKey) {
      const body = journey.body();
      return body ? call(sendTransfer, { body, attemptKey }) : { is: "outage", outage: { because: "broken" } };
    },
  },
  words,
  ({ offer, begin, planned }, kept, draft) => begin({ offer, form: theForm(), kept, draft, whom, planned }),
);
