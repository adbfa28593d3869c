// Where: county and township from today's lists, or written by oneself; then road and number.
import { byId, element } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import type { placeSays } from "../../messages/change-says.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { OWN, openChoices, type Place } from "./choices.ts";
import { typed } from "./form.ts";
import { isTownship, kept } from "./kept.ts";
import type { Known } from "./known.ts";
import { countiesIn, provinces, townshipsIn } from "./lists.ts";
import type { Step } from "./steps.ts";

type Words = Record<keyof typeof placeSays.zh, string>;
const LONGEST = 120;

const sectionOf = (step: string) => document.querySelector<HTMLElement>(`[data-step=${step}]`)!;
const door = () => typed("address.lines").normalize("NFC").trim();

/** The first question alone: which county. `near`: a division of this person's, where the list begins. */
export function openCounty(near: string | undefined, words: Words) {
  const places = openChoices(sectionOf("place"), "address.division", words);
  const province = byId("province") as HTMLSelectElement;
  const county = byId("county") as HTMLSelectElement;

  async function offer(chosen?: string, chosenCounty?: string): Promise<void> {
    const wanted = province.value;
    if (!wanted) return;
    const counties = await countiesIn(wanted);
    if (province.value !== wanted) return; // another one was chosen meanwhile
    if (!counties) return places.say(words.listGone);
    const home = near?.slice(0, 4);
    const inTown = counties.filter(({ code }) => code.slice(0, 4) === home);
    const nearby = inTown.length > 0 ? inTown : counties;
    const offered = (inTheseTowns: readonly Place[]) => [
      ...inTown,
      ...inTheseTowns,
      ...counties.filter((each) => !inTown.includes(each)),
    ];
    county.replaceChildren(
      county.options[0]!,
      ...counties.map(({ code, name, place }) => element("option", { value: code }, place + name)),
    );
    county.value = chosenCounty ?? "";
    places.offer(offered([]), nearby, chosen);
    const townships = await Promise.all(
      inTown.map(async ({ code, name, place }) =>
        (await townshipsIn(code)).map((township) => ({ ...township, place: place + name })),
      ),
    );
    if (province.value === wanted) places.offer(offered(townships.flat()), nearby, typed("address.division") || chosen);
  }
  province.onchange = () => void offer();

  function leavePlace(): Complaint[] {
    const chosen = places.chosen();
    if (!province.value) return [{ field: "province", text: words["province.missing"] }];
    if (!chosen) return [{ field: "address.division", text: words["place.missing"] }];
    if (chosen === OWN && !county.value) return [{ field: "county", text: words["county.missing"] }];
    const code = chosen === OWN ? county.value : chosen.code;
    const division = code.slice(0, 6);
    if (division !== kept("division").value) kept("street").value = kept("township").value = "";
    kept("picked").value = code;
    kept("division").value = division;
    if (chosen === OWN) kept("place").value = county.selectedOptions[0]!.text;
    else if (isTownship(code)) {
      kept("place").value = chosen.place ?? "";
      kept("street").value = chosen.name;
    } else kept("place").value = (chosen.place ?? "") + chosen.name;
    return [];
  }

  return {
    leave: leavePlace,
    /** The lists, with what was chosen before. */
    async open(draft: Record<string, string> = {}): Promise<void> {
      const all = (await provinces()) ?? [];
      if (all.length === 0) places.say(words.listGone);
      province.append(...all.map((each) => element("option", { value: each.code }, each[langOfPage()])));
      province.value = draft["province"] ?? near?.slice(0, 2) ?? "";
      await offer(draft["address.division"], draft["county"]);
      places.open();
    },
  };
}

export function openPlace(near: string | undefined, words: Words) {
  const { leave, open } = openCounty(near, words);
  const streets = openChoices(sectionOf("street"), "township", words);

  function leaveStreet(): Complaint[] {
    const chosen = streets.chosen();
    if (!chosen) return [{ field: "township", text: words["place.missing"] }];
    const own = typed("ownStreet").normalize("NFC").trim();
    if (isUnseen(own)) return [{ field: "ownStreet", text: words["door.signs"] }];
    kept("township").value = chosen === OWN ? OWN : chosen.code;
    kept("street").value = chosen === OWN ? own : chosen.name;
    return [];
  }

  function aboutDoor(): Complaint[] {
    const left = LONGEST - kept("street").value.length;
    const about = (text: string) => [{ field: "address.lines", text }];
    if (!door()) return about(words["door.missing"]);
    if (door().length > left) return about(fill(words["door.long"], { n: left }));
    return isUnseen(door()) ? about(words["door.signs"]) : [];
  }

  const steps: Step[] = [
    { name: "place", done: () => kept("division").value !== "", leave },
    {
      name: "street",
      applies: () => !isTownship(kept("picked").value),
      done: () => kept("township").value !== "",
      leave: leaveStreet,
      async shown() {
        const townships = await townshipsIn(kept("division").value);
        streets.offer(townships, townships, kept("township").value || typed("township") || (townships.length > 0 ? "" : OWN));
      },
    },
    { name: "door", done: () => false, leave: aboutDoor },
  ];
  return { steps, open };
}

const isUnseen = (text: string) => /\p{C}/u.test(text);

/** Where the person is known to live, or what their number begins with. */
export const nearOf = ({
  residence,
  contact,
  hukou,
  person,
}: Pick<Known, "residence" | "contact" | "hukou" | "person">): string | undefined =>
  (residence ?? contact ?? hukou)?.division ?? /^[1-6]\d{3}/.exec(person.number)?.[0];
