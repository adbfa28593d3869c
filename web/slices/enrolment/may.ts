// What may I join: from the record and, where it does not say how somebody works, one question.

import * as v from "valibot";
import { listChildren } from "../../../shared/children/contract.ts";
import { type Offer, readOffer, Work } from "../../../shared/enrolment/contract.ts";
import { sayForWhom } from "../../acting-for.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { knownSays } from "../../messages/change-says.ts";
import type { KitWords } from "../../messages/kit.ts";
import { clearNotice, showUnread } from "../../notice.ts";
import { here, langOfPage } from "../../paths.ts";
import { signedIn } from "../../signed-in.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { theForm } from "../change/form.ts";
import { showLimited } from "../limited.ts";
import { later } from "./later.ts";
import { drawAsOf, drawStandings, type MayWords } from "./lines.ts";

type Words = KitWords & MayWords & Pick<typeof knownSays.zh, "limitedTitle" | "limitedText" | "limitedLink" | "again">;
/** What may be joined by who works like that: the same rules as at the API. */
export type Rules = { ruled(offer: Offer, work: Work): Promise<Pick<Offer, "standings" | "injury">> };

const words = wordsOnPage<Words>();
const whom = new URLSearchParams(location.search).get("for");

/** What the register calls it, and the answer that comes nearest. */
const registered: Record<string, Work> = { EMPLOYED: "employed", FLEXIBLE: "own", NONE: "none" };

async function read(): Promise<void> {
  clearNotice();
  const [answer, family] = await Promise.all([call(readOffer, whom ? { query: { for: whom } } : {}), call(listChildren, {})]);
  byId("opening").hidden = true;
  if (answer.is === "value") {
    show(answer.value);
    // Whose children they are is not asked for somebody else.
    if (whom) byId("children").remove();
    else drawChildren(family.is === "value" ? family.value.children : []);
    byId("more").hidden = false;
  } else if (answer.is === "problem" && answer.type === "not-this-session") showLimited(words);
  else unread(answer.is === "outage" ? answer.outage : { because: "broken" }, () => void read());
}

function unread(outage: Parameters<typeof showUnread>[0], again: () => void): void {
  showUnread(outage, words);
  const button = element("button", { class: "btn", type: "button" }, words.again);
  button.onclick = again;
  document.querySelector("#notice .note")!.append(button);
}

function show(offer: Offer): void {
  const form = theForm();
  form.hidden = offer.ask.length === 0;
  for (const box of Array.from(form.querySelectorAll<HTMLElement>(".pick"))) {
    const { value } = box.querySelector("input")!;
    box.hidden = !offer.ask.some((work) => work === value);
  }
  const isKnown = offer.standings.some(({ why }) => why !== "work-unknown");
  if (isKnown) list(offer);
  form.querySelector("details")!.open = !isKnown; // what the register knows is asked of nobody, and can be said anew
  if (offer.ask.length === 0) return;
  let loading: Promise<Rules> | undefined;
  const rules = () => {
    loading ??= later<Rules>();
    return loading;
  };
  form.addEventListener("focusin", () => void rules().catch(() => {}), { once: true }); // at the first touch; said to who chooses
  const known = form.querySelector<HTMLInputElement>(`[value=${registered[offer.known.employment?.status ?? ""] ?? "unknown"}]`);
  if (known && !form.querySelector(":checked")) known.checked = true;
  let asked = 0;
  form.onchange = async () => {
    const turn = ++asked;
    const work = v.parse(Work, new FormData(form).get("work"));
    try {
      const ruled = await (await rules()).ruled(offer, work);
      if (turn === asked) list({ ...offer, ...ruled });
    } catch {
      unread({ because: navigator.onLine ? "broken" : "offline" }, () => location.reload());
    }
  };
}

const list = (offer: Offer) => byId("list").replaceChildren(...drawStandings(offer, words), ...drawAsOf(offer.asOf, words));

function drawChildren(
  children: readonly { child: string; name: string; birth?: string | undefined; insured: readonly string[] }[],
): void {
  const rows = children.map(({ child, name, birth, insured }) => {
    const text = birth ? fill(words.child, { name, birth: dateIn(langOfPage(), birth) }) : name;
    const link = element(
      "a",
      { href: `${here("/enrolment/resident-medical")}?for=${child}` },
      words.childGo,
      element("span", { class: "vh" }, ` ${name}`),
    );
    return element("li", {}, element("p", {}, text, " ", insured.includes("medical") ? words.childInsured : link));
  });
  byId("children").append(rows.length > 0 ? element("ul", {}, ...rows) : element("p", { class: "src" }, words.noChildren));
}

signedIn(words);
sayForWhom();
void read();
