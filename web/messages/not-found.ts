import { both } from "./both.ts";

export const notFound = both(
  {
    title: "没有这一页",
    text: "地址可能写错了，或者这一页搬走了。您的记录不受影响。",
    home: "回首页",
    help: "找人帮忙",
  },
  {
    title: "There is no such page",
    text: "The address may be wrong, or the page has moved. Your record is not affected.",
    home: "To the start",
    help: "Get help",
  },
);
