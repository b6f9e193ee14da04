/** Property tests draw the same cases in every run, so that a red run is a change's fault; free seeds belong to the soak. */
import fc from "fast-check";

fc.configureGlobal({ seed: 20_261_124 });
