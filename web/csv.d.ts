// Text of a table, taken in when the site is built.
declare module "*.csv?raw" {
  const text: string;
  export default text;
}
