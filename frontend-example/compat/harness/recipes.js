import { readFileSync } from "node:fs";

/** The first block of JavaScript below each heading of a page of the documentation: `{heading: code}`. */
export const recipes = (page) => {
    const words = readFileSync(new URL(`../../../src/docs/${page}`, import.meta.url), "utf8");
    const sections = words.split(/^#+ /m).slice(1);
    const code = sections.map((section) => [section.split("\n")[0], /```js\n([^]*?)```/.exec(section)?.[1]]);
    return Object.fromEntries(code.filter(([, block]) => block));
};
