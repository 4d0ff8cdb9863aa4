import { type Configuration, readConfiguration } from '@lms/api-platform';

/** Where a command reads its settings and writes what it has to say. */
export interface CommandIo {
  configuration(): Configuration;
  /** What was asked for: standard output, one line. */
  print(line: string): void;
  /** How far things are: standard error, one line. */
  progress(line: string): void;
}

export const processIo = (env: Readonly<Record<string, string | undefined>>): CommandIo => ({
  configuration: () => readConfiguration(env),
  print: (line) => void process.stdout.write(`${line}\n`),
  progress: (line) => void process.stderr.write(`${line}\n`),
});
