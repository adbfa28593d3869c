// Does everybody of the demo get to a page of use by themselves, each by the way that the state of their phone leaves them?
import * as v from "valibot";
import { makePeople } from "../../scripts/people/make.ts";
import type { SyntheticPerson } from "../../scripts/people/person.ts";
import { dateOf, instantAt, type PlainDate, PlainMonth } from "../../shared/kernel/calendar.ts";
import { DEMO_PEOPLE } from "../demo-records.ts";
import { figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { sitePages } from "../pages.ts";
import type { Portal } from "../portal.ts";
import { signIn } from "../resident.ts";
import { rounded } from "../statistics.ts";

const USUAL = 240; // with --all every one of them
const FROM_AGE = 16;
type State = "fresh" | "stale" | "shared" | "none";
type Way = { reached: boolean; how: string };

export const signInShare: Measure = {
  names: ["signin.share"],
  async run({ portal, say, all }) {
    const running = await portal();
    const today = dateOf(instantAt(Date.now()));
    const grown = [...makePeople({ count: DEMO_PEOPLE, today })].filter((person) => isGrown(person, today));
    const chosen = all ? grown : evenly(grown, USUAL);
    const ways: { state: State; way: Way }[] = [];
    for (const [nth, person] of chosen.entries()) {
      if (nth % 20 === 0) say(`${nth} of ${chosen.length}`);
      ways.push({ state: stateOf(person), way: person.phone ? await wayIn(running, person, person.phone) : wayWithout() });
    }
    const reached = ways.filter(({ way }) => way.reached).length;
    const told = [...Map.groupBy(ways, ({ state }) => state)].map(([state, some]) => {
      const hows = [...Map.groupBy(some, ({ way }) => way.how)].map(([how, they]) => `${they.length} ${how}`);
      return `${state} ${some.filter(({ way }) => way.reached).length} of ${some.length} (${hows.join(", ")})`;
    });
    return [figureOf("signin.share", { value: rounded(reached / ways.length, 4), unit: "of 1", note: told.sort().join("; ") })];
  },
};

/** A child's record is opened by a guardian, which is another slice. */
const isGrown = ({ birth, document }: SyntheticPerson, today: PlainDate) =>
  document === "RIC" && Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) > FROM_AGE;

const stateOf = ({ phone, phoneShared, phoneState }: SyntheticPerson): State =>
  !phone ? "none" : phoneShared ? "shared" : phoneState === "fresh" ? "fresh" : "stale";

/** All of it, or yes and no for each insurance and all of it after one more proof. */
async function wayIn(portal: Portal, { number, name, card, enrolments }: SyntheticPerson, phone: string): Promise<Way> {
  const { browser, status, limited } = await signIn(portal, { number, name, phone });
  if (status !== 201) return { reached: false, how: `turned away with ${status}` };

  const check = await browser.get("/check");
  const { limited: little } = v.parse(v.object({ limited: v.boolean() }), await check.json());
  if (!limited) return { reached: check.status === 200 && !little, how: "to everything" };
  if (check.status !== 200 || !little) return { reached: false, how: "into a limited session that shows the wrong page" };

  const last = enrolments
    .flatMap(({ paid }) => paid.map((span) => span.last))
    .sort()
    .at(-1);
  if (!card || !last) return { reached: true, how: "to yes and no, the rest at the desk" };
  const lastPaid = v.parse(PlainMonth, last);
  const proved = await browser.post("/sessions/current/proofs", { cardNumber: card, lastPaid });
  return proved.status === 201
    ? { reached: true, how: "to everything after one more proof" }
    : { reached: true, how: `to yes and no; the proof was answered with ${proved.status}` };
}

/** Before anything is typed, the page for signing in has to say where to go without a phone. */
function wayWithout(): Way {
  const { html = "" } = sitePages().find(({ path }) => path === "/sign-in") ?? {};
  const says = /12333/.test(html) && /社区|经办|服务窗口|大厅/.test(html);
  return { reached: says, how: says ? "to 12333 and the desk, told before anything is typed" : "nowhere" };
}

const evenly = <Item>(items: readonly Item[], count: number): Item[] =>
  Array.from({ length: Math.min(count, items.length) }, (_, nth) => items[Math.floor((nth * items.length) / count)]!);
