// Places chosen from lists: a province and its county, or a city. A choice holds code and name, `340403 安徽省…田家庵区`.
import type { Division } from "../../../shared/divisions/search.ts";
import { element } from "../../dom.ts";
import { langOfPage } from "../../paths.ts";
import { countiesIn, provinces } from "../change/lists.ts";
import { codeIn, nameIn } from "./said.ts";

const optionOf = (value: string, text: string) => element("option", { value }, text);

/** Two lists, the second filled by the first. `kept`: what was chosen before. */
export async function openCounties(
  province: HTMLSelectElement,
  county: HTMLSelectElement,
  kept: { province: string; county: string },
  gone: () => void,
): Promise<void> {
  async function fill(chosen = ""): Promise<void> {
    const wanted = province.value;
    const counties = wanted ? await countiesIn(wanted) : [];
    if (province.value !== wanted) return; // another one was chosen meanwhile
    if (!counties) return gone();
    county.replaceChildren(
      county.options[0]!,
      ...counties.map(({ code, name, place }) => optionOf(`${code} ${place}${name}`, place + name)),
    );
    county.value = chosen;
  }
  province.onchange = () => void fill();
  const all = (await provinces()) ?? [];
  if (all.length === 0) gone();
  province.append(...all.map((each) => optionOf(each.code, each[langOfPage()])));
  province.value = kept.province;
  await fill(kept.county);
}

/** Cities of one province; a county right below it counts as one. */
function citiesOf(counties: readonly Division[], province: string): { code: string; name: string }[] {
  const cities = new Map<string, string>();
  for (const { code, name, place } of counties)
    if (place === province) cities.set(code, place + name);
    else cities.set(`${code.slice(0, 4)}00`, place);
  return Array.from(cities, ([code, name]) => ({ code, name }));
}

const MUNICIPALITIES = /^(?:11|12|31|50)/;

/** Cities of the home province, then the other provinces; each list keeps what was chosen before, also what is on no list. */
export async function openRegions(
  selects: readonly HTMLSelectElement[],
  {
    home,
    own,
    kept,
    words,
  }: { home: string; own: boolean; kept: (name: string) => string; words: Record<"cities" | "provinces", string> },
): Promise<boolean> {
  const [all, counties] = await Promise.all([provinces(), countiesIn(home.slice(0, 2))]);
  if (!all) return false;
  const { zh = "" } = all.find(({ code }) => code === home.slice(0, 2)) ?? {};
  const cities = MUNICIPALITIES.test(home) ? [] : citiesOf(counties ?? [], zh);
  const inside = cities.filter(({ code }) => own || code.slice(0, 4) !== home.slice(0, 4));
  const outside = all.filter(({ code }) => own || code !== home.slice(0, 2));
  for (const select of selects) {
    const group = (label: string, list: HTMLOptionElement[]) => list.length > 0 && element("optgroup", { label }, ...list);
    const near = group(
      words.cities,
      inside.map(({ code, name }) => optionOf(`${code} ${name}`, name)),
    );
    const far = group(
      words.provinces,
      outside.map((each) => optionOf(`${each.code}0000 ${each.zh}`, each[langOfPage()])),
    );
    select.append(...[near, far].filter((made): made is HTMLOptGroupElement => made !== false));
    const chosen = kept(select.name);
    const listed = Array.from(select.options).find(({ value }) => codeIn(value) === codeIn(chosen));
    if (chosen && !listed) select.append(optionOf(chosen, nameIn(chosen)));
    select.value = listed?.value ?? chosen;
  }
  return true;
}
