import type { Lang } from "./messages/both.ts";
import { frame } from "./messages/frame.ts";
import { site } from "./site.config.ts";

/** What the tag rules for government sites call a page: the front page, a column of it, a text with a date. */
export type PageKind = { is: "front" } | { is: "column"; type: string } | { is: "article"; publishedOn: string };

/** Tags of 政府网站发展指引 (国办发〔2017〕47号), annex: site tags on every page, column tags below it, article tags on texts. */
export function tagsFor(page: { lang: Lang; title: string; description: string; kind: PageKind }): [string, string][] {
  const { name } = frame[page.lang];
  const tags: [string, string][] = [
    ["SiteName", name],
    ["SiteDomain", site.domain],
    ["SiteIDCode", site.identityCode],
  ];
  if (page.kind.is === "front") return tags;
  const column: [string, string][] = [["ColumnName", page.title]];
  if (page.kind.is === "column")
    column.push(
      ["ColumnDescription", page.description],
      ["ColumnKeywords", `${name},${page.title}`],
      ["ColumnType", page.kind.type],
    );
  else
    column.push(
      ["ColumnType", frame[page.lang].notices],
      ["ArticleTitle", page.title],
      ["PubDate", `${page.kind.publishedOn} 00:00`],
      ["ContentSource", name],
    );
  return [...tags, ...column];
}
