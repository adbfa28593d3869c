// What may be joined, as a short list: drawn from what the rules say, here or at the API.
import type { Offer, Standing } from "../../../shared/enrolment/contract.ts";
import { element, withPhones } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { maySays, schemesZh, whysZh } from "../../messages/enrolment.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";

export type MayWords = Record<keyof typeof maySays.zh | keyof typeof schemesZh | keyof typeof whysZh, string>;
type Group = "may" | "ask" | "must" | "have" | "closed";
type Look = { seal: "" | "off" | "warn" | "now"; tag: string };

const seals: Record<string, string> = { "110": "养", "120": "养", "170": "养", "310": "医", "390": "医" };
const pages = {
  "110": "/enrolment/flexible",
  "310": "/enrolment/flexible",
  "170": "/enrolment/resident-pension",
  "390": "/enrolment/resident-medical",
};

/** `said`: sentences; a link last. */
function line(
  seal: string,
  look: Look,
  title: string,
  said: readonly string[],
  links: readonly (readonly [href: string, text: string])[],
) {
  const text = said.filter(Boolean).map((sentence) => element("p", {}, ...withPhones(sentence)));
  const ways = links.map(([href, label]) => element("p", {}, element("a", { href: here(href) }, label)));
  return element(
    "li",
    {},
    element(
      "i",
      { class: look.seal === "off" ? "seal off" : look.seal === "now" ? "seal now" : "seal", "aria-hidden": "true" },
      seal,
    ),
    element(
      "div",
      {},
      element("h3", {}, title),
      element("p", {}, element("span", { class: look.seal === "off" ? "tag off" : "tag" }, look.tag)),
      ...text,
      ...ways,
    ),
  );
}

type Held = Offer["known"]["held"];
const heldAs = (held: Held, scheme: Standing["scheme"]) => held.find((one) => one.scheme === scheme)?.insuredAs;

/** What the employer must do and has done is there already. */
export const groupOf = ({ is, why, scheme }: Standing, held: Held): Group => {
  if (why === "held-here" || why === "joined") return "have";
  return is === "must" && heldAs(held, scheme) === "employee" ? "have" : is;
};

/** One list for each group that has something in it: what one has, then what one can do oneself. */
export function drawStandings(
  { standings, injury, places, known: { held } }: Pick<Offer, "standings" | "injury" | "places" | "known">,
  words: MayWords,
): Node[] {
  const texts: Record<string, string> = words;
  const nameOf = (division: string) => places.find((place) => place.division === division)?.name ?? division;
  const groups = new Map<Group, Node[]>();
  const put = (group: Group, node: Node) => groups.set(group, [...(groups.get(group) ?? []), node]);

  for (const standing of standings) {
    const { scheme, why, is } = standing;
    const group = groupOf(standing, held);
    const isDone = group === "have" && is === "must";
    const said = isDone ? [words.done] : [texts[`why.${why}`] ?? "", ...(group === "may" ? sayHow(standing, texts, nameOf) : [])];
    const links = isDone ? [] : linksOf(standing, group, heldAs(held, scheme) === "flexible", words);
    put(group, line(seals[scheme] ?? "", lookOf(standing, group, words), words[scheme], said, links));
  }
  const must = injury === "platform" || injury === "employer" || injury === "each-employer";
  if (injury === "ask")
    put("ask", line("工", { seal: "off", tag: words["tag.ask"] }, words["injury.name"], [words["injury.ask"]], []));
  else {
    const look: Look = must
      ? { seal: "now", tag: words[injury === "platform" ? "tag.platform" : "tag.must"] }
      : { seal: "off", tag: words["tag.closed"] };
    const link: [string, string][] = injury === "platform" ? [["/policy/lost-job#platform-injury", words["injury.link"]]] : [];
    put(must ? "must" : "closed", line("工", look, words["injury.name"], [words[`injury.${injury}`]], link));
  }
  const order: readonly Group[] = ["have", "may", "must", "ask", "closed"];
  const shown = order.flatMap((group) => {
    const lines = groups.get(group);
    return lines
      ? [element("section", { class: "sheet" }, element("h2", {}, words[group]), element("ul", { class: "list rec" }, ...lines))]
      : [];
  });
  return groups.has("may") ? shown : [element("p", {}, words.nothing), ...shown];
}

function lookOf({ why, overlap }: Standing, group: Group, words: MayWords): Look {
  if (group === "have")
    return why === "joined" ? { seal: "now", tag: words["tag.joined"] } : { seal: "", tag: words["tag.have"] };
  if (group === "must") return { seal: "now", tag: words["tag.must"] };
  return { seal: "off", tag: group === "may" && overlap ? words["tag.instead"] : tagOf(group, words) };
}

const tagOf = (group: "may" | "ask" | "closed", words: MayWords): string => words[`tag.${group}`];

/** What it is, where and why there, what stands in the way. */
function sayHow(
  { scheme, places: [place], overlap, missing, temporaryAccount }: Standing,
  texts: Record<string, string>,
  nameOf: (division: string) => string,
): string[] {
  const at = place?.division ?? "";
  const where = place?.by === "school" || at ? `where.${place?.by}` : "where.unknown";
  return [
    texts[`text.${scheme}`] ?? "",
    fill(texts[where] ?? "", { region: nameOf(at) }),
    overlap
      ? fill(texts[overlap.from === "joined" ? "chosen" : "overlap"] ?? "", {
          name: texts[overlap.scheme] ?? "",
          region: nameOf(overlap.region),
        })
      : "",
    temporaryAccount ? (texts["temporary"] ?? "") : "",
    missing.length > 0 ? fill(texts["missing"] ?? "", { phone: scheme === "310" || scheme === "390" ? "12393" : "12333" }) : "",
  ];
}

const goPay = (words: MayWords): [string, string] => ["/policy/pay", words["go.pay"]];
const go = (scheme: Standing["scheme"], words: MayWords): string =>
  scheme === "110" || scheme === "310" ? words["go.flexible"] : words[`go.${scheme}`];

/** Who pays by themselves may have fallen behind. */
function linksOf(
  { scheme, why }: Standing,
  group: Group,
  paysThemselves: boolean,
  words: MayWords,
): [href: string, text: string][] {
  if (group === "may") return [[pages[scheme], go(scheme, words)]];
  if (group === "have")
    return why === "joined"
      ? [
          ["/enrolment/slip", words["go.slip"]],
          ["/enrolment/stop", words["go.stop"]],
        ]
      : [...(paysThemselves ? [goPay(words)] : []), ["/enrolment/stop", words["go.stop"]]];
  if (group !== "must") return [];
  const insurance = scheme === "110" || scheme === "170" ? "pension" : "medical";
  return [
    [`/declaration?insurance=${insurance}`, words["go.report"]],
    ["/policy/employer#complain", words["go.complain"]],
  ];
}

/** The day of the register, under all of it. */
export const drawAsOf = (asOf: string | undefined, words: MayWords): Node[] =>
  asOf ? [element("p", { class: "src" }, fill(words.asOf, { date: dateIn(langOfPage(), asOf) }))] : [];
