// Where somebody was in the list when they opened a matter: the way back leads there.
import { keepInTab, keptInTab } from "../../../tab.ts";

const NAME = "desk.place";

/** `search`: what they had chosen. `shown`: how many were listed. `href`: what they opened. */
type Place = { search: string; shown: string; href: string };

export const keepPlace = (place: Place): void => keepInTab(NAME, JSON.stringify(place));

const kept = (): Partial<Place> => JSON.parse(keptInTab(NAME) || "{}");

/** Once, and only in the same list. */
export function placeIn(search: string): { shown: number; href: string } | undefined {
  const place = kept();
  keepInTab(NAME, "");
  return place.search === search ? { shown: Number(place.shown), href: place.href ?? "" } : undefined;
}

/** Of a page that was opened from the list. */
export function leadBack(): void {
  const { search } = kept();
  const back = document.querySelector<HTMLAnchorElement>("a.back");
  if (back && search !== undefined) back.search = search;
}
