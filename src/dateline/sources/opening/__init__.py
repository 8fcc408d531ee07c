"""The parts of an article's opening, a module for each; ``sources.dateline`` puts them together."""
