/** Where a formula that is wider than its line may be parted: after a relation or an operator, as GB 3102.11 has it. */

/** What an array, a group or a delimiter opens and closes, commands, and single characters. */
const token =
  /\\(?:begin|end)\s*\{[^{}]*\}|\\(?:left|right|middle)(?![A-Za-z])\s*(?:\\[A-Za-z]+|\\.|.)|\\[A-Za-z]+|\\.|\s+|./gsu;
const operator =
  /^(?:[=<>+\-,;]|\\(?:pm|mp|times|cdot|div|leq?|geq?|neq?|ll|gg|approx|sim|simeq|cong|equiv|propto|to|gets|(?:long)?(?:left|right|leftright)arrow|mapsto|iff|implies|in|notin|subset|supset|subseteq|supseteq|cup|cap|wedge|vee|land|lor|oplus|otimes|coloneqq))$/i;
/** What speaks for all that follows in its group, or makes one thing of what stands on both of its sides. */
const reaching =
  /\\(?:color|displaystyle|textstyle|scriptstyle|scriptscriptstyle|rm|bf|it|cal|sf|tt|tiny|small|large|Large|LARGE|huge|Huge|normalsize|over|atop|above|choose|brace|brack|tag|label|DeclareMathOperator|definecolor|\\)(?![A-Za-z])/;

const opens = (part: string) => part === "{" || /^\\(?:begin|left)(?![A-Za-z])/.test(part);
const closes = (part: string) => part === "}" || /^\\(?:end|right)(?![A-Za-z])/.test(part);
const brackets = ["([", ")]"] as const;

/**
 * The parts of a formula, each but the last with the operator at its end; one part where it may not be parted.
 * `isDeep` parts it inside of brackets too.
 */
export function splitFormula(tex: string, isDeep: boolean): string[] {
  if (reaching.test(tex)) return [tex];
  const tokens = tex.match(token) ?? [];
  const parts: string[] = [];
  let [part, depth, hasOperand, isScript] = ["", 0, false, false];
  for (const [index, each] of tokens.entries()) {
    part += each;
    if (/^\s/.test(each)) continue;
    if (opens(each) || (!isDeep && brackets[0].includes(each))) depth += 1;
    if (closes(each) || (!isDeep && brackets[1].includes(each))) depth -= 1;
    const isOperator = depth === 0 && !isScript && operator.test(each);
    // What has a script is not over, 1,000 is a number, and a sign after an operator belongs to what follows.
    const next = tokens.slice(index + 1).find((other) => !/^\s/.test(other)) ?? "";
    const isEnd = isOperator && hasOperand && !/^[_^]/.test(next) && !(each === "," && /^\d/.test(next));
    if (isEnd) {
      parts.push(part);
      part = "";
    }
    hasOperand = isOperator ? hasOperand && !isEnd : true;
    isScript = each === "_" || each === "^";
  }
  return part.trim() === "" ? parts : [...parts, part];
}
