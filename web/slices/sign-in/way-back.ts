/** Who changes the language goes on where they were: the way back stays in the address. */
export function keepWayBack(beforeLeaving?: () => void): void {
  for (const link of Array.from(document.querySelectorAll<HTMLAnchorElement>(".tools a, #back"))) {
    link.search = location.search;
    if (beforeLeaving) link.addEventListener("click", beforeLeaving);
  }
}
