import 'reflect-metadata';
import { buildProgram } from './cli/program.js';
import { runProgram } from './cli/run-program.js';
import { processIo } from './cli/command-io.js';

process.exitCode = await runProgram(buildProgram(processIo(process.env)), process.argv.slice(2));
