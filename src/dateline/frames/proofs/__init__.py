"""What each kind of trigger needs beside it to be a deed, a module for each kind of proof."""
