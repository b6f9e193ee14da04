/** Property tests draw the same cases in every run, so that a red run is a change's fault; the soak gives free seeds. */
import fc from "fast-check";

const asked = Number(process.env.PROPERTY_SEED);
const seed = Number.isSafeInteger(asked) && process.env.PROPERTY_SEED ? asked : 20_261_124;
fc.configureGlobal({ seed });
