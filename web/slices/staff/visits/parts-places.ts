import { byId, element } from "../../../dom.ts";
import type { Typed } from "../../../drafts.ts";
import { townshipsIn } from "../../change/lists.ts";
import { openCounties, openRegions } from "../../registration/places.ts";
import { nameIn } from "../../registration/said.ts";
import { all, select } from "./parts.ts";

/** The lists of places, with what was chosen; they lie on the tablet too. `near`: where this person lives, or the village. */
export async function openPlaces(
  typed: Typed,
  near: string,
  words: { cities: string; provinces: string; choose: string; own: string },
  gone: () => void,
): Promise<void> {
  const counties = all<HTMLSelectElement>("[data-provinces]").map((province) => {
    const county = select(province.dataset["provinces"] ?? "");
    const before = typed[county.name] ?? "";
    for (const each of [province, county]) each.replaceChildren(each.options[0]!);
    return openCounties(province, county, { province: typed[province.name] || near.slice(0, 2), county: before }, gone);
  });
  const regions = all<HTMLSelectElement>("[data-region]");
  for (const each of regions) each.replaceChildren(each.options[0]!);
  const options = { home: near, kept: (name: string) => typed[name] ?? "", words };
  const offered = (own: boolean) =>
    openRegions(
      regions.filter((each) => (each.dataset["region"] === "any") === own),
      { ...options, own },
    );
  const came = await Promise.all([offered(false), offered(true), ...counties]);
  if (came.includes(false)) gone();
  await openTownships(words, typed["township"]);
}

/** Of the county where somebody lives now; whoever's is not on the list writes it. */
export async function openTownships(words: { choose: string; own: string }, chosen = ""): Promise<void> {
  const county = select("county");
  const wanted = county.value;
  hidden("kept-division").value = wanted.slice(0, 6);
  hidden("kept-place").value = nameIn(wanted);
  const found = wanted ? await townshipsIn(wanted.slice(0, 6)) : [];
  if (county.value !== wanted) return;
  const list = select("township");
  list.replaceChildren(
    element("option", { value: "" }, words.choose),
    ...found.map(({ code, name }) => element("option", { value: code }, name)),
    element("option", { value: "own" }, words.own),
  );
  list.value = chosen || (found.length > 0 ? "" : "own");
  keepStreet();
}

export function keepStreet(): void {
  const list = select("township");
  const own = byId("ownStreet") as HTMLInputElement;
  own.closest<HTMLElement>(".field")!.hidden = list.value !== "own";
  hidden("kept-street").value =
    list.value === "own" ? own.value.normalize("NFC").trim() : list.value ? (list.selectedOptions[0]?.text ?? "") : "";
}

const hidden = (name: string) => byId("form").querySelector<HTMLInputElement>(`[name="${name}"]`)!;
