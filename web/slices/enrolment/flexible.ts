// Employee pension and medical insurance: which, on which base, how often. Handbook 7.2.
import * as v from "valibot";
import { Offer } from "../../../shared/enrolment/contract.ts";
import type { Frequency } from "../../../shared/enrolment/joining.ts";
import { currentOf } from "../../../shared/enrolment/terms.ts";
import { readYuan } from "../../../shared/kernel/money.ts";
import type { Law } from "../../../shared/policy/law.ts";
import type { Parameter } from "../../../shared/policy/parameter.ts";
import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import type { schemesZh } from "../../messages/enrolment.ts";
import type { flexibleZh } from "../../messages/enrolment-flexible.ts";
import { fill } from "../../words.ts";
import { inYuan } from "../estimate/amounts.ts";
import { lawFor } from "../estimate/policy.ts";
import { showOutage } from "./broken.ts";
import { type Bases, basesIn, type Chosen, costOf, drawOutlook } from "./flexible-outlook.ts";
import { mayJoin, nothing, showNotOffered } from "./not-offered.ts";
import type { Chooser } from "./page.ts";
import { placeOf, showNoPlace } from "./place.ts";
import { keepWishes } from "./wishes.ts";
import { answeredWork } from "./work.ts";

export type FlexibleWords = Record<keyof typeof flexibleZh | keyof typeof schemesZh, string>;
export type Scheme = "110" | "310";
const both: readonly Scheme[] = ["110", "310"];
const frequencies: readonly Frequency[] = ["month", "quarter", "half-year", "year"];
const monthsOf = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** `what`: `change-base.110` changes one thing of what one has. */
export const openFlexible =
  (words: FlexibleWords, says: Record<string, string>) =>
  (raw: unknown, form: HTMLFormElement, _kept: Record<string, string>): Chooser => {
    const offer = v.parse(Offer, raw);
    const [change = "", changed] = (new URLSearchParams(location.search).get("what") ?? "").split(".");
    const changing = both.find((scheme) => scheme === changed);
    const open = both.filter((scheme) => changing === scheme || (!changing && mayJoin(offer, scheme)));
    const region = changing ? currentOf(offer, changing)?.region : placeOf(offer, open[0] ?? "110");
    const typed = (name: string) => typedIn(form)[name] ?? "";
    const chosen = () => (open.length === 1 ? open : both.filter((scheme) => typed(`scheme.${scheme}`)));
    const used = new Map<string, Parameter>();
    let law: Law | undefined;
    let bases: Bases | undefined;

    if (open.length === 0) {
      showNotOffered("110", offer, form, words, says);
      return nothing("which");
    }
    if (!region) {
      showNoPlace(form, words);
      return nothing("which");
    }

    const name = offer.places.find(({ division }) => division === region)?.name ?? "";
    byId("where").textContent = region ? fill(words.where, { region: name }) : "";
    for (const scheme of both) byId(`scheme.${scheme}`).closest<HTMLElement>(".pick")!.hidden = !open.includes(scheme);
    byId("category-M60").parentElement!.hidden = offer.known.sex === "F";
    byId("category").hidden = offer.known.sex === "M";

    const reading = () => lawFor(region, offer.today, (entry) => used.set(`${entry.key} ${entry.region}`, entry));
    reading().catch(() => {}); // ahead; it is asked for again where it is needed
    const read = async (): Promise<void> => {
      law ??= await reading().catch(showOutage);
      bases ??= basesIn(law);
    };

    function base(): number | undefined {
      const level = typed("level");
      if (level === "lowest") return bases?.lowest;
      if (level === "middle") return bases?.middle;
      const own = readYuan(typed("base"));
      return level === "own" && own.ok ? own.value : undefined;
    }
    const now = (): Chosen => ({
      schemes: chosen(),
      base: base(),
      category: offer.known.sex === "M" ? "M60" : typed("category"),
    });

    function draw(): void {
      byId("own").hidden = typed("level") !== "own";
      if (!law || !bases) return;
      for (const level of ["lowest", "middle"] as const) {
        const box = byId(`level-${level}`);
        const fen = bases[level];
        box.closest<HTMLElement>(".pick")!.hidden = level === "middle" && fen === undefined;
        box.textContent = fen === undefined ? "" : fill(words.ofBase, { n: inYuan(fen) });
      }
      byId("outlook").replaceChildren(...drawOutlook(now(), { offer, law, bases, name, used: [...used.values()] }, words));
    }

    function drawCosts(): void {
      for (const frequency of frequencies) {
        const costs = chosen().map((scheme) => {
          const cost = law && costOf(scheme, base(), monthsOf[frequency], law);
          const phone = scheme === "310" ? "12393" : "12333";
          const name = words[`of.${scheme}`];
          return cost === undefined ? fill(words.onceUnknown, { name, phone }) : fill(words.once, { name, n: inYuan(cost) });
        });
        byId(`often-${frequency}`).textContent = costs.join(words.and);
      }
    }

    function leaveBase(): Complaint[] {
      const level = typed("level");
      if (!level) return [{ field: "level", text: words["base.missing"] }];
      if (level !== "own") return [];
      const fen = base();
      if (fen === undefined) return [{ field: "base", text: words["money.unreadable"] }];
      if (bases?.lowest && fen < bases.lowest)
        return [{ field: "base", text: fill(words["base.low"], { n: inYuan(bases.lowest) }) }];
      if (bases?.highest && fen > bases.highest)
        return [{ field: "base", text: fill(words["base.high"], { n: inYuan(bases.highest) }) }];
      return [];
    }

    const wanted = () => (typed("level") === "lowest" ? {} : { base: base() ?? 0 });

    function keep(): void {
      const frequency = frequencies.find((one) => one === typed("frequency")) ?? "month";
      const from = offer.today.slice(0, 7);
      const work = answeredWork(offer);
      if (!region) return;
      if (change === "change-base" && changing)
        keepWishes(form, [{ action: "change-base", scheme: changing, from, ...wanted() }]);
      else if (change === "change-frequency" && changing)
        keepWishes(form, [{ action: "change-frequency", scheme: changing, from, frequency }]);
      else
        keepWishes(
          form,
          chosen().map((scheme) => ({
            action: "join" as const,
            scheme,
            region,
            from,
            frequency,
            ...(work && { work }),
            ...wanted(),
          })),
        );
    }

    form.addEventListener("input", draw);
    form.addEventListener("change", draw);
    const steps = [
      {
        name: "which",
        applies: () => open.length > 1,
        done: () => chosen().length > 0,
        leave: () => (chosen().length > 0 ? [] : [{ field: "scheme.110", text: words["which.missing"] }]),
      },
      {
        name: "base",
        applies: () => change !== "change-frequency",
        done: () => change !== "change-base" && leaveBase().length === 0,
        shown: () => void read().then(draw),
        async leave() {
          await read();
          const wrong = leaveBase();
          if (wrong.length === 0) keep();
          return wrong;
        },
      },
      {
        name: "often",
        applies: () => change !== "change-base",
        done: () => false,
        shown: () => void read().then(drawCosts),
        async leave() {
          await read();
          keep();
          return typed("frequency") ? [] : [{ field: "frequency", text: words["often.missing"] }];
        },
      },
    ];
    return { steps, after: () => 1 };
  };
