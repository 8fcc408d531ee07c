"""Whether a deed is news, history, plan, doubt or denial, a module for each kind of words that say so."""
