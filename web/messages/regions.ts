/** English names of the cities and counties that have, or are likely to get, numbers of their own (shared/policy/data). */
export const cityNames: Readonly<Record<string, string>> = {
  "320100": "Nanjing",
  "330100": "Hangzhou",
  "340400": "Huainan",
  "340422": "Shou County",
  "370800": "Jining",
  "370826": "Weishan County",
  "420100": "Wuhan",
  "440100": "Guangzhou",
  "440300": "Shenzhen",
  "510100": "Chengdu",
};
