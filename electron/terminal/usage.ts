import type { CommanderError } from 'commander';
import { UsageError } from './output.ts';

/** What commander found wrong, in the terminal's language: its code, and the name it puts between quotes. */
export function usageOf({ code, message }: CommanderError): UsageError {
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  return new UsageError((usage) => {
    switch (code) {
      case 'commander.missingArgument':
        return usage.missingArgument(name);
      case 'commander.missingMandatoryOptionValue':
        return usage.missingOption(name);
      case 'commander.optionMissingArgument':
        return usage.optionNeedsValue(name);
      case 'commander.unknownOption':
        return usage.unknownOption(name);
      case 'commander.unknownCommand':
        return usage.unknownCommand(name);
      case 'commander.excessArguments':
        return usage.tooMany;
      case 'commander.invalidArgument':
        return usage.notAllowed(name);
      default:
        return usage.other;
    }
  });
}
