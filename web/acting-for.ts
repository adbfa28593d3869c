type Band = { show(place: HTMLElement): Promise<void> };

/** Where the address names somebody else the page says so, on top. The words come in a file of their own, for who needs them. */
export function sayForWhom(): void {
  const place = document.getElementById("acting");
  if (place && location.search.includes("for=")) void import(place.dataset["then"]!).then(({ show }: Band) => show(place));
}
