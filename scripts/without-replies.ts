// What a route answers is said for the OpenAPI document and for the pages, which check it; the function that answers never reads it.
// So its bundle goes without: the contracts of all routes are in it, and the larger half of them would be answers.

/** The source of a file of shared/ without its contracts' replies, and with schemas that may be left out where nobody asks for them. */
export const withoutReplies = (source: string): string => droppable(unanswered(source));

/** Whatever brackets are in a `reply`, up to the comma behind it. */
function unanswered(source: string): string {
  const at = source.search(/^ {2}reply: /m);
  if (at < 0) return source;
  let depth = 0;
  let end = at;
  while (depth > 0 || source[end] !== ",") {
    const sign = source[end++] ?? ",";
    if ("([{".includes(sign)) depth++;
    if (")]}".includes(sign)) depth--;
  }
  return source.slice(0, at) + unanswered(source.slice(end + 1));
}

/** A schema reads the entries of others, and for a bundler a reading may do anything: this says that it does not. */
const droppable = (source: string): string =>
  source.replace(/^((?:export )?const \w+ = )(v\.[\s\S]*?);(?=(?: *\/\/.*)?$)/gm, "$1/* @__PURE__ */ (() => $2)();");
