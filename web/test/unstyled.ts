import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const library = readFileSync(createRequire(import.meta.url).resolve('bootstrap-italia/dist/css/bootstrap-italia.min.css'), 'utf8');

/** Selectors of the design system that match something on the page, and for which no rule was sent with it. */
export const unstyled = (page: Page): Promise<string[]> =>
  page.evaluate(async (css) => {
    const selectorsOf = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) =>
        rule instanceof CSSStyleRule
          ? rule.selectorText.split(/,\s*(?![^(]*\))/)
          : 'cssRules' in rule && rule.cssRules instanceof CSSRuleList && !(rule instanceof CSSKeyframesRule)
            ? selectorsOf(rule.cssRules)
            : [],
      );
    const sent = new Set([...document.styleSheets].flatMap(({ cssRules }) => selectorsOf(cssRules)));
    const worn = new Set([...document.querySelectorAll('[class]')].flatMap(({ classList }) => [...classList]));
    const whole = await new CSSStyleSheet().replace(css);
    return selectorsOf(whole.cssRules).filter((selector) => {
      if (sent.has(selector) || !(selector.match(/(?<=\.)[\w-]+/g) ?? []).every((name) => worn.has(name))) return false;
      // What is there only now and then, as under the pointer, counts as well.
      const always = selector.replace(/::[\w-]+|:(hover|active|visited|before|after|focus(-visible|-within)?)(?![\w-])/g, '');
      return document.querySelector(always.replace(/:not\(\)/g, '') || '*') !== null;
    });
  }, library);
