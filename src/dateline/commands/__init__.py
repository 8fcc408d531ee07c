"""The commands, a module for each kind of work; ``dateline.cli`` gathers them. Everything heavy is imported where it is needed."""
