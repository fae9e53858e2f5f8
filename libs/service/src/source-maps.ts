/**
 * Read before a service by `node --import`: a stack names lines of our sources. Those of the packages stay as they are: their maps would take
 * 20 MB of each process.
 */
import { setSourceMapsSupport } from 'node:module';

setSourceMapsSupport(true, { nodeModules: false });
