// What a wish comes to, line by line; and what one has beside what one wants, before anything is sent. What the rules of joining
// say besides, the API says; here it is the price and what stands side by side.

import * as v from "valibot";
import { type EnrolmentRequest, Offer, type Overlap, type Wish } from "../../../shared/enrolment/contract.ts";
import { overlapOf } from "../../../shared/enrolment/overlap.ts";
import { termsOf } from "../../../shared/enrolment/terms.ts";
import { workOf } from "../../../shared/enrolment/work.ts";
import { PlainDate } from "../../../shared/kernel/calendar.ts";
import { accepted, type Result, refused } from "../../../shared/kernel/result.ts";
import type { Finding } from "../../../shared/kernel/rule.ts";
import type { Policy } from "../../../shared/policy/law.ts";
import { byId, element } from "../../dom.ts";
import { typedIn } from "../../form.ts";
import { guardianOf, isChild } from "../../is-child.ts";
import type { overlapZh, schemesZh } from "../../messages/enrolment.ts";
import type { checkZh } from "../../messages/enrolment-check.ts";
import { showNotice } from "../../notice.ts";
import { here } from "../../paths.ts";
import type { Journey, Row } from "../change/journey.ts";
import { policyFor } from "../estimate/policy.ts";
import { drawBeside } from "./beside.ts";
import { rowsOf } from "./rows.ts";
import { keptWishes } from "./wishes.ts";

export type CheckWords = Record<keyof typeof checkZh | keyof typeof schemesZh, string> & {
  overlaps: Record<keyof typeof overlapZh, string>;
};
type Request = v.InferInput<typeof EnrolmentRequest>;
type Kept = Readonly<Record<string, string>>;
/** `requests`: one for each wish, in the order in which they are sent; or why it cannot be. */
export type Checked = Journey & { requests(): Result<Request[], readonly Finding[]> };
export type CheckFile = {
  prepare(offer: unknown, child: string): Promise<(form: HTMLFormElement, kept: Kept, draft: string) => Checked>;
};

export const prepareCheck =
  (words: CheckWords): CheckFile["prepare"] =>
  async (raw, child) => {
    const offer = v.parse(Offer, raw);
    const { residence, hukou, held } = offer.known;
    const policy = await policyFor([residence, hukou, ...held.map(({ region }) => region)].filter((one) => one !== undefined));
    return (form, kept, draft) => journeyOf({ offer, policy, child }, { form, kept, draft }, words);
  };

type About = { offer: Offer; policy: Policy; child: string };

function journeyOf(
  about: About,
  { form, kept, draft }: { form: HTMLFormElement; kept: Kept; draft: string },
  words: CheckWords,
): Checked {
  const { offer, policy, child } = about;
  const wishes = keptWishes(kept).map((wish) => ({ wish, overlap: overlapFor(wish, about) }));
  if (wishes.length === 0) location.replace(here("/enrolment")); // sent already, or never chosen
  const pieces = (kept["pieces"] ?? "").split(" ").filter(Boolean);
  const nameOf = (division: string) => offer.places.find((place) => place.division === division)?.name ?? division;

  const priced = () =>
    wishes.map(({ wish, overlap }) => {
      const work = wish.action === "join" ? wish.work : undefined;
      const asked = { known: offer.known, work, forChild: isChild(child), today: offer.today };
      const terms = wish.action === "stop" ? undefined : termsOf(wish, asked, policy);
      return { wish: wish.action === "join" && overlap ? { ...wish, replaces: overlap.scheme } : wish, terms };
    });

  function requests(): Result<Request[], readonly Finding[]> {
    const all = priced();
    const refusals = all.flatMap(({ terms }) => (terms && !terms.ok ? terms.refusal : []));
    if (refusals.length > 0) return refused(refusals);
    const consent = v.safeParse(PlainDate, kept["consent"]);
    return accepted(
      all.map(({ wish, terms }) => {
        const cost = terms?.ok ? terms.value.cost : undefined;
        const hasPieces = pieces.length > 0 && "hardship" in wish && wish.hardship;
        return {
          ...(child && { for: child }),
          wish: wish.action !== "stop" && cost !== undefined ? { ...wish, told: cost } : wish,
          ...(hasPieces && { evidence: { draft, ids: pieces } }),
          ...(consent.success && { consent: { version: consent.output, relation: guardianOf(child) } }),
        };
      }),
    );
  }

  function leaveOverlap() {
    const chosen = typedIn(form)["choose"];
    if (!chosen) return [{ field: "choose", text: words["choose.missing"] }];
    if (chosen === "join") return [];
    form.hidden = true;
    showNotice(words.kept, [element("a", { class: "btn", href: here("/enrolment") }, words.list)]);
    return "stay" as const;
  }

  byId("both").replaceChildren(...wishes.flatMap((one) => drawBeside(one, offer, nameOf, words)));
  return {
    requests,
    steps: [
      {
        name: "overlap",
        applies: () => wishes.some(({ overlap }) => overlap),
        done: () => typedIn(form)["choose"] === "join",
        leave: leaveOverlap,
      },
    ],
    rows: () => {
      const rows = priced().flatMap(({ wish, terms }) => {
        const told = { terms: terms?.ok ? terms.value : undefined, pieces: pieces.length, several: wishes.length > 1 };
        return rowsOf(wish, { ...told, child, offer, nameOf }, words);
      });
      const isFirst = ({ label, becomes }: Row, at: number) =>
        rows.findIndex((row) => row.label === label && row.becomes === becomes) === at;
      return rows.filter(isFirst); // what holds for both is said once
    },
  };
}

/** Of another scheme: the same one twice is nothing to choose, and the API says why. */
function overlapFor(wish: Wish, { offer: { known, today }, policy }: About): Overlap | undefined {
  if (wish.action !== "join") return undefined;
  const { scheme, region } = wish;
  const work = workOf(known, wish.work) ?? "none";
  const overlap = overlapOf(scheme, known, { region, work, today }, policy({ region, asOf: today }));
  return overlap?.scheme === scheme ? undefined : overlap;
}
